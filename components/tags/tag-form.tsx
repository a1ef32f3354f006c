"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field, TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle, typedIn } from "@/lib/form-state"
import { tagLimits } from "@/lib/tags/limits"
import type { DeskTag } from "@/lib/tags/types"

/** What a tag is called, where its page is, what that says, and where it stands among the others. */
export function TagForm({ action, tag }: { action: FormAction; tag: DeskTag }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="tag" value={tag.id} />
      <input type="hidden" name="seen" value={typedIn(state, "seen") ?? tag.version} />
      <Field
        name="name"
        label="Name"
        defaultValue={tag.name}
        required
        maxLength={tagLimits.name}
        autoComplete="off"
        state={state}
      />
      <Field
        name="slug"
        label="Address"
        hint="The part after /tags/. The old address leads to the new one."
        defaultValue={tag.slug}
        required
        maxLength={tagLimits.slug}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        state={state}
      />
      <TextArea
        name="description"
        label="Description"
        hint="Shown on the tag’s page and by search engines. May be empty."
        defaultValue={tag.description}
        rows={3}
        maxLength={tagLimits.description}
        state={state}
      />
      <Field
        name="position"
        label="Position"
        hint="1 comes first, here and in the automatic menu. Tags without a number follow."
        defaultValue={tag.position ?? ""}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        state={state}
        className="[&_input]:max-w-24"
      />
      <Button className="self-start">Save tag</Button>
    </DeskForm>
  )
}
