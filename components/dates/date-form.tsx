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
  /** By the clocks of the publication; empty where publishing sets it. */
  date: string
  turn: "first" | "second" | undefined
  /** Whether readers have seen the story. */
  wasPublished: boolean
}

/** The date that readers see on a story. */
export function DateForm({ action, post, date, turn, wasPublished }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="post" value={post} />
      <LocalTimeField
        key={date}
        name="date"
        label={wasPublished ? "Date" : "Date shown"}
        hint={
          wasPublished
            ? "Readers see it on the story, and lists, the archive and feeds follow it."
            : "Leave empty to use the moment of publishing."
        }
        defaultValue={date}
        defaultTurn={turn}
        state={state}
      />
      <Button look="secondary" className="self-start" disabled={busy}>
        Save date
      </Button>
    </DeskForm>
  )
}
