"use client"

import { useActionState } from "react"
import { UnsentText } from "@/components/comments/unsent-text"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  token: string
  page: string
  text: string
  minutes: number
  /** New words have to be proved anew, but from a browser that is remembered; which this is, no page can know. */
  proved: boolean
  /** Whether it may still be changed; a change that came too late is shown to be copied. */
  open: boolean
}

/** Lets an author mend their words in the first minutes. */
export function EditForm({ action, token, page, text, minutes, proved, open }: Props) {
  const [state, submit] = useActionState(action, idle, `${page}#edit`)
  const refused = state.status === "refused"
  if (!open && !refused) return null
  return (
    <section id="edit" className="reply-form" tabIndex={-1} aria-labelledby="edit-title">
      <h2 id="edit-title">Change it</h2>
      {open ? (
        <form action={submit} className="mt-4 flex flex-col gap-5">
          <FormMessage state={state} />
          <input type="hidden" name="token" value={token} />
          <TextArea
            label="Comment *"
            name="comment"
            required
            maxLength={65_525}
            hint={`For ${minutes} minutes after posting.${proved ? " Unless this browser remembers you, changed words have to be proved again by the mailed link." : ""}`}
            state={state}
            {...(refused ? {} : { defaultValue: text })}
          />
          <div>
            <Button>Save changes</Button>
          </div>
        </form>
      ) : (
        <UnsentText state={state} field="comment" otherwise="" />
      )}
    </section>
  )
}
