"use client"

import { useAnswerFocus } from "@/components/ui/use-answer-focus"
import { type FormState, isMistake } from "@/lib/form-state"

/** A form's answer as a whole: what was done, or why it was refused. Nothing before the first try. */
export function FormMessage({ state }: { state: FormState }) {
  const answer = useAnswerFocus<HTMLParagraphElement>(state)
  if (state.status === "idle") return null
  // Empty where each sentence stands beside its field: `useAnswerFocus` finds the form by it.
  if (!state.message) return <p ref={answer} hidden />
  const [role, edge] = isMistake(state) ? ["alert", "border-danger"] : ["status", "border-accent"]
  return (
    <p
      ref={answer}
      role={role}
      tabIndex={-1}
      className={`border-s-4 bg-raised px-4 py-3 font-ui text-base text-ink ${edge}`}
    >
      {state.message}
    </p>
  )
}
