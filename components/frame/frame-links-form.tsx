"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { useUnsavedForm } from "@/components/desk/use-unsaved-form"
import { LinkRow } from "@/components/frame/link-row"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { rowsOfForm } from "@/components/ui/form-rows"
import { AddRow, EnterButton } from "@/components/ui/row-tools"
import type { RowValues } from "@/lib/form-rows"
import { idle, typedIn } from "@/lib/form-state"
import { linkRows } from "@/lib/frame/limits"
import type { TargetGroup } from "@/lib/frame/target-groups"
import type { FramePlace } from "@/lib/frame/types"

type Props = {
  action: FormAction
  place: FramePlace
  /** The links as they are saved, or as readers get them while the place is automatic. */
  saved: RowValues[]
  isChosen: boolean
  seen: number
  /** What a link can lead to. */
  groups: TargetGroup[]
}

/** The links of the menu or the footer, in their order. */
export function FrameLinksForm({ action, place, saved, isChosen, seen, groups }: Props) {
  const [state, submit] = useActionState(action, idle)
  const form = useUnsavedForm(state)
  const { rows, arranged, key } = rowsOfForm(state, saved, linkRows)
  return (
    <DeskForm ref={form} action={submit} className="mt-3 flex flex-col gap-4">
      <FormMessage state={state} />
      <EnterButton name="intent" value="save" />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="seen" value={typedIn(state, "seen") ?? seen} />
      <ol key={key} className="flex flex-col gap-3">
        {rows.map((row, at) => (
          <LinkRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows begin anew together
            key={at}
            number={at + 1}
            count={rows.length}
            row={row}
            state={state}
            arranged={arranged}
            groups={groups}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {rows.length < linkRows.most ? <AddRow arranged={arranged}>Add a link</AddRow> : null}
        <Button small name="intent" value="save">
          {place === "menu" ? "Save menu" : "Save footer"}
        </Button>
        {isChosen ? (
          <Button small look="secondary" name="intent" value="automatic" formNoValidate>
            {place === "menu" ? "Use automatic menu" : "Use automatic footer"}
          </Button>
        ) : null}
      </div>
    </DeskForm>
  )
}
