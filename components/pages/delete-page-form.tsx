"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  /** As it was saved last: drafts save themselves. */
  page: { id: number; version: number }
  action: (state: FormState, form: FormData) => Promise<FormState>
}

/** Deletes a draft of a page. */
export function DeletePageForm({ page, action }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={page.id} />
      <input type="hidden" name="version" value={page.version} />
      <Confirmed label="Delete this draft" question="It cannot be restored.">
        <Button look="danger" small>
          Delete now
        </Button>
      </Confirmed>
    </DeskForm>
  )
}
