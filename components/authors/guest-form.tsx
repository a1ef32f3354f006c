"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { authorLimits } from "@/lib/authors/limits"
import { idle } from "@/lib/form-state"

/** Makes the profile of somebody without an account. */
export function GuestForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex max-w-md flex-col gap-4">
      <FormMessage state={state} />
      <Field
        name="name"
        label="Name"
        hint="As readers will see it. The rest can be added on the next page."
        required
        maxLength={authorLimits.name}
        autoComplete="off"
        state={state}
      />
      <Button className="self-start">Add guest</Button>
    </DeskForm>
  )
}
