"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  label: string
  /** What it is called while the server is at it. */
  pendingLabel?: string
  look?: "secondary" | "quiet"
}

/** A form that is one button, with its answer below. */
export function PressForm({ action, label, pendingLabel = label, look = "secondary" }: Props) {
  const [state, submit, pending] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-2 flex flex-col items-start gap-2">
      <Button look={look} small flush={look === "quiet"} disabled={pending}>
        {pending ? pendingLabel : label}
      </Button>
      <FormMessage state={state} />
    </DeskForm>
  )
}
