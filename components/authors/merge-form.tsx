"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button, buttonClass } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Side = { id: number; version: number }

/** Merges two profiles as they were shown. */
export function MergeForm({ action, author, into }: { action: FormAction; author: Side; into: Side }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-5 flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="author" value={author.id} />
      <input type="hidden" name="version" value={author.version} />
      <input type="hidden" name="into" value={into.id} />
      <input type="hidden" name="intoVersion" value={into.version} />
      <p className="text-sm font-semibold">This cannot be undone.</p>
      <div className="flex flex-wrap gap-3">
        <Button look="danger">Merge profiles</Button>
        <a href={`/desk/authors/${author.id}`} className={buttonClass({ look: "quiet" })}>
          Cancel
        </a>
      </div>
    </DeskForm>
  )
}
