"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  storyId: number
  revision: { id: number; name: string }
  /** What the story says already needs no restoring. */
  isNewest: boolean
  actions: { restore: FormAction; name: FormAction }
}

/** Restores a version, or names it. */
export function RevisionForms({ storyId, revision, isNewest, actions }: Props) {
  const [restored, restore] = useActionState(actions.restore, idle)
  const [named, name] = useActionState(actions.name, idle)
  const which = (
    <>
      <input type="hidden" name="post" value={storyId} />
      <input type="hidden" name="revision" value={revision.id} />
    </>
  )
  return (
    // No box of its own: an answer in the box of the buttons would widen it, and move them below the row's words.
    <div data-forms className="contents">
      <div className="flex grow basis-full flex-wrap items-start gap-2 sm:grow-0 sm:basis-auto sm:justify-end">
        {isNewest ? null : (
          <DeskForm action={restore}>
            {which}
            <Button look="secondary" small>
              Restore
            </Button>
          </DeskForm>
        )}
        <details open={named.status === "refused"}>
          <summary className="min-h-7 cursor-pointer px-2 py-1 text-ink-soft pointer-coarse:min-h-11">
            {revision.name ? "Rename" : "Name this version"}
          </summary>
          <DeskForm key={revision.name} action={name} className="mt-2 flex flex-wrap items-end gap-2">
            {which}
            <Field
              name="name"
              label="Name"
              defaultValue={revision.name}
              maxLength={120}
              state={named}
              required
            />
            <Button look="secondary" small>
              Save name
            </Button>
          </DeskForm>
        </details>
      </div>
      <div className="basis-full empty:hidden has-[>[hidden]:only-child]:hidden">
        <FormMessage state={restored} />
        <FormMessage state={named} />
      </div>
    </div>
  )
}
