"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { useUnsavedForm } from "@/components/desk/use-unsaved-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** One's own name. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const [state, submit] = useActionState(action, idle)
  const form = useUnsavedForm(state)
  return (
    <DeskForm ref={form} action={submit} className="mt-3 flex max-w-md flex-col gap-4">
      <Field
        // React empties a form after its action, so that a name that was saved begins anew.
        key={name}
        name="name"
        label="Name"
        hint="As colleagues see it."
        autoComplete="name"
        required
        maxLength={200}
        defaultValue={name}
        state={state}
      />
      <FormMessage state={state} />
      <Button look="secondary" className="self-start">
        Save name
      </Button>
    </DeskForm>
  )
}
