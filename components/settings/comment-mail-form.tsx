"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import { type CommentMail, mailWords } from "@/lib/settings/comment-mail"

type Props = {
  action: FormAction
  commentMail: CommentMail
  email: string
}

/** A person's own wish: how often they hear of waiting comments. */
export function CommentMailForm({ action, commentMail, email }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex flex-col items-start gap-4">
      <Select
        // React empties a form after its action, so what was chosen begins anew.
        key={commentMail}
        name="commentMail"
        label="Mail about waiting comments"
        hint={
          <>
            To <bdi>{email}</bdi>, and only when something new waits or several readers have reported
            something.
          </>
        }
        defaultValue={commentMail}
        state={state}
        className="w-full max-w-md"
      >
        {Object.entries(mailWords).map(([often, words]) => (
          <option key={often} value={often}>
            {words}
          </option>
        ))}
      </Select>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button small look="secondary">
          Save my mail
        </Button>
        <FormMessage state={state} />
      </div>
    </DeskForm>
  )
}
