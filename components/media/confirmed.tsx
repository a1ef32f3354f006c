import type { ReactNode } from "react"
import { buttonClass } from "@/components/ui/button"

type Props = { label: string; question: string; children: ReactNode }

/** Asks before something that cannot be taken back: the button that does it is shown with a sentence first. No script needed. */
export function Confirmed({ label, question, children }: Props) {
  return (
    <details>
      <summary className={`${buttonClass({ look: "secondary", small: true })} list-none`}>{label}</summary>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <p className="text-sm text-ink-soft">{question}</p>
        {children}
      </div>
    </details>
  )
}
