"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = { id: number; action: FormAction }

/** Takes a picture's files away from everybody who has their addresses. */
export function TakeDownForm({ id, action }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <p className="text-sm text-ink-soft">
        After a story is withdrawn, people who have a picture’s address can still open it. Take the picture
        down to stop that. It stays in the library.
      </p>
      <Confirmed label="Take down" question="The picture’s present addresses stop working at once.">
        <Button look="danger" small>
          Take down now
        </Button>
      </Confirmed>
    </DeskForm>
  )
}
