"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  /** What its hidden fields say: what is deleted, and the version that was seen. */
  deleted: Readonly<Record<string, number>>
  label: string
  question: string
}

/** Deletes something for good, after it has asked. */
export function ConfirmedDeleteForm({ action, deleted, label, question }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col items-start gap-3">
      <FormMessage state={state} />
      {Object.entries(deleted).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Confirmed label={label} question={question}>
        <Button look="danger" small>
          Delete now
        </Button>
      </Confirmed>
    </DeskForm>
  )
}
