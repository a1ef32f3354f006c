"use client"

import { useActionState } from "react"
import { NamesakeQuestion } from "@/components/authors/namesake-question"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import type { KnownName } from "@/lib/authors/guests"
import { authorLimits } from "@/lib/authors/limits"
import { type FormState, idle } from "@/lib/form-state"

/** `known` is who has the name already. */
export type GuestState = FormState & { known?: KnownName }

type Props = { action: (state: GuestState, form: FormData) => Promise<GuestState> }

/** Makes the profile of somebody without an account. */
export function GuestForm({ action }: Props) {
  const [state, submit] = useActionState<GuestState, FormData>(action, idle)
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
      {state.known ? <NamesakeQuestion known={state.known} /> : null}
      <Button className="self-start">Add guest</Button>
    </DeskForm>
  )
}
