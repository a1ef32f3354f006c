"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { DeskTag } from "@/lib/tags/types"

type Props = { action: FormAction; tag: DeskTag; others: DeskTag[] }

/** Makes one tag of this and another one. */
export function MergeTagsForm({ action, tag, others }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="tag" value={tag.id} />
      <Select
        name="into"
        label="Tag to keep"
        hint="All stories of this tag get that one instead, and this tag’s addresses lead there."
        defaultValue=""
        state={state}
        className="w-full max-w-md"
      >
        <option value="">Choose a tag…</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Confirmed label="Merge" question="This cannot be undone.">
        <Button look="danger" small>
          Merge now
        </Button>
      </Confirmed>
    </DeskForm>
  )
}
