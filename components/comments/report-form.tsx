"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  comment: number
  page: string
}

const choices = [
  ["offensive", "It is offensive"],
  ["abusive", "It attacks or endangers someone"],
  ["personal-details", "It reveals someone’s private details"],
  ["untrue", "It is not true"],
  ["spam", "It is spam or advertising"],
  ["other", "Something else"],
] as const

/** Tells the moderators what is wrong with a comment. */
export function ReportForm({ action, comment, page }: Props) {
  const [state, submit] = useActionState(action, idle, `${page}#report`)
  const refused = state.status === "refused" ? state : undefined
  const error = refused?.errors.reason
  return (
    <section id="report" className="reply-form" tabIndex={-1} aria-label="Your report">
      <FormMessage state={state} />
      {state.status === "done" ? null : (
        <form action={submit} className="mt-4 flex flex-col gap-5">
          <input type="hidden" name="commentId" value={comment} />
          <fieldset aria-describedby={error ? "reason-error" : undefined}>
            <legend className="font-ui text-sm font-semibold">What is wrong with it? *</legend>
            {choices.map(([value, label]) => (
              <label key={value} className="flex min-h-11 items-center gap-3 font-ui">
                <input
                  type="radio"
                  name="reason"
                  value={value}
                  required
                  defaultChecked={refused?.values.reason === value}
                  className="size-5"
                />
                {label}
              </label>
            ))}
            {error ? (
              <p id="reason-error" className="font-ui text-sm font-semibold text-danger">
                {error}
              </p>
            ) : null}
          </fieldset>
          <TextArea
            label="Note"
            name="note"
            rows={4}
            maxLength={1000}
            hint="Only moderators read this. Leave it empty if you like."
            state={state}
          />
          <Checkbox
            name="mailOutcome"
            label="Tell me by mail what becomes of it"
            hint="This needs a browser that remembers an address you have proved. Your report is then kept with that address, until you erase everything under it."
            checked={false}
            state={state}
          />
          <div>
            <Button>Send report</Button>
          </div>
        </form>
      )}
    </section>
  )
}
