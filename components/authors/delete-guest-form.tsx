"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = { action: FormAction; author: { id: number; version: number } }

/** Deletes the profile of a guest without stories. */
export function DeleteGuestForm({ action, author }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="author" value={author.id} />
      <input type="hidden" name="version" value={author.version} />
      <Confirmed label="Delete this guest" question="No story credits them. The profile cannot be restored.">
        <Button look="danger" small>
          Delete now
        </Button>
      </Confirmed>
    </DeskForm>
  )
}
