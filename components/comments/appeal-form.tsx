"use client"

import { useActionState } from "react"
import { UnsentText } from "@/components/comments/unsent-text"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { longestAppeal } from "@/lib/comments/appeal-policy"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  token: string
  page: string
  /** Whether there is still an appeal to be made; one that came too late is shown to be copied. */
  open: boolean
}

/** An author's one answer to a refusal. */
export function AppealForm({ action, token, page, open }: Props) {
  const [state, submit] = useActionState(action, idle, `${page}#appeal`)
  if (!open) {
    if (state.status !== "refused") return null
    return (
      <div className="mt-4">
        <UnsentText state={state} field="appeal" otherwise="" />
      </div>
    )
  }
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <TextArea
        label="Why should it be looked at again? *"
        name="appeal"
        rows={5}
        required
        maxLength={longestAppeal}
        hint="Only moderators read this."
        state={state}
      />
      <div>
        <Button>Send appeal</Button>
      </div>
    </form>
  )
}
