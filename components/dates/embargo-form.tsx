"use client"

import { useActionState } from "react"
import { LocalTimeField } from "@/components/desk/local-time-field"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  post: number
  /** By the clocks of the publication; empty where there is none. */
  until: string
  turn: "first" | "second" | undefined
}

/** Has nobody show a story to readers before a time. */
export function EmbargoForm({ action, post, until, turn }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="post" value={post} />
      <LocalTimeField
        key={until}
        name="embargoUntil"
        label="Embargo until"
        hint="Nobody can publish the story or schedule it for earlier."
        defaultValue={until}
        defaultTurn={turn}
        state={state}
      />
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value="set" look="secondary" disabled={busy}>
          Set embargo
        </Button>
        {until ? (
          <Button name="intent" value="lift" look="quiet" disabled={busy}>
            Lift embargo
          </Button>
        ) : null}
      </div>
    </DeskForm>
  )
}
