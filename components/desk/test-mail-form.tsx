"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** Sends the admin a message to see that mail works. */
export function TestMailForm({ action, email }: { action: FormAction; email: string }) {
  const [state, submit, pending] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-2 flex flex-col items-start gap-2">
      <Button look="secondary" small disabled={pending}>
        {pending ? "Sending …" : `Send a test to ${email}`}
      </Button>
      <FormMessage state={state} />
    </DeskForm>
  )
}
