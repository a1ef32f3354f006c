"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** Deletes a tag that no story has. */
export function DeleteTagForm({ action, id }: { action: FormAction; id: number }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="tag" value={id} />
      <Confirmed label="Delete this tag" question="No story has it. Its addresses end.">
        <Button look="danger" small>
          Delete now
        </Button>
      </Confirmed>
    </DeskForm>
  )
}
