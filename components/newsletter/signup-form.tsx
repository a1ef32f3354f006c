"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { LeftEmpty } from "@/components/ui/left-empty"
import { type FormState, idle } from "@/lib/form-state"

type Props = { action: FormAction }

/** Asks for one address. It posts to the page it stands on, and is plain HTML there. */
export function SignupForm({ action }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-4">
      {state.status === "idle" ? null : <Answer state={state} />}
      <div className="flex flex-col gap-3 sm:flex-row sm:items-start">
        <Field
          className="grow"
          label="Email"
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          dir="ltr"
          state={state}
        />
        <div className="sm:pt-[1.6rem]">
          <Button className="w-full">Sign up to our newsletter</Button>
        </div>
      </div>
      <LeftEmpty />
    </form>
  )
}

/**
 * Without a script the answer comes as a new page that opens at its top, with this form far below.
 * The focus takes the reader to it, and has it read out.
 */
function Answer({ state }: { state: FormState }) {
  const whole = state.status === "done" || (state.status === "refused" && state.message)
  if (!whole) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the reader has just sent this form and waits for its answer.
    <div tabIndex={-1} autoFocus className="scroll-mt-24 outline-none">
      <FormMessage state={state} />
      {state.status === "done" ? (
        <p className="mt-2 text-sm text-ink-soft">
          One message a day is sent to an address. If one came earlier today, its link works.
        </p>
      ) : null}
    </div>
  )
}
