import type { ReactNode } from "react"
import { buttonClass } from "@/components/ui/button"

type Props = {
  label: string
  /** Which one, for those who hear several labels of the same words. */
  about?: string
  question: ReactNode
  /** Whether it was asked already, and the form came back for another reason. */
  open?: boolean
  children: ReactNode
}

/** Asks before something that cannot be taken back: the button that does it is shown with a sentence first. No script needed. */
export function Confirmed({ label, about, question, open, children }: Props) {
  return (
    <details open={open}>
      <summary
        aria-label={about && `${label} ${about}`}
        className={`${buttonClass({ look: "secondary", small: true })} list-none`}
      >
        {label}
      </summary>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <p className="text-sm text-ink-soft">{question}</p>
        {children}
      </div>
    </details>
  )
}
