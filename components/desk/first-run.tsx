import type { ReactNode } from "react"
import { PressForm } from "@/components/desk/press-form"
import type { FormAction } from "@/components/ui/form-action"

type Step = { key: string; label: string; hint: string; href?: string; done: boolean }

type Props = {
  steps: readonly Step[]
  /** The buttons of steps that are taken here, by key. */
  buttons: Partial<Record<string, ReactNode>>
  hideAction: FormAction
}

/** What a publication of one's own still needs; what is done ticks itself off. */
export function FirstRun({ steps, buttons, hideAction }: Props) {
  const left = steps.filter(({ done }) => !done).length
  return (
    <section aria-labelledby="first-run" className="mb-8 border border-rule bg-raised px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="first-run" className="font-ui text-base font-semibold">
          First steps
        </h2>
        <p className="text-sm text-ink-soft">
          {left} of {steps.length} left
        </p>
      </div>
      <ol className="mt-3 grid gap-x-10 lg:grid-cols-2">
        {steps.map((step) => (
          <FirstRunStep key={step.key} step={step} button={buttons[step.key]} />
        ))}
      </ol>
      <PressForm action={hideAction} label="Hide this list" look="quiet" />
    </section>
  )
}

function FirstRunStep({ step, button }: { step: Step; button: ReactNode }) {
  const { label, hint, href, done } = step
  return (
    <li className="flex gap-3 border-t border-rule py-2.5">
      <Tick done={done} />
      <div className="min-w-0 grow text-sm">
        <p className={done ? "text-ink-soft" : "font-semibold"}>
          {href ? <a href={href}>{label}</a> : label}
          <span className="sr-only">{done ? " (done)" : " (to do)"}</span>
        </p>
        {done ? null : <p className="text-ink-soft">{hint}</p>}
        {done ? null : button}
      </div>
    </li>
  )
}

function Tick({ done }: { done: boolean }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="mt-px size-5 shrink-0">
      <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" opacity={done ? 1 : 0.5} />
      {done ? <path d="M6 10.5l3 3 5.5-6.5" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
    </svg>
  )
}
