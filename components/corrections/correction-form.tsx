"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Select, TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { longestCorrection } from "@/lib/corrections/limits"
import { idle } from "@/lib/form-state"

type Props = { action: FormAction; post: number; count: number }

/** Tells readers that a story was wrong, or could be misunderstood. */
export function CorrectionForm({ action, post, count }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="post" value={post} />
      <Select name="kind" label="Kind" defaultValue="correction" state={state}>
        <option value="correction">Correction: something was wrong</option>
        <option value="clarification">Clarification: it could be misunderstood</option>
      </Select>
      <Select name="place" label="Where" defaultValue="foot" state={state}>
        <option value="foot">Below the text</option>
        <option value="top">Above the text, for what changes the story’s meaning</option>
      </Select>
      {/* Made anew with each that is added, so that what was published does not stay in it. */}
      <TextArea
        key={count}
        name="text"
        label="Correction"
        hint="Say what was wrong and what is right, for example “The pool opens at six, not at seven as we first wrote.”"
        rows={5}
        required
        maxLength={longestCorrection}
        state={state}
      />
      <Button className="self-start" disabled={busy}>
        Publish correction
      </Button>
    </DeskForm>
  )
}
