"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = { id: number; action: (state: FormState, form: FormData) => Promise<FormState> }

/** Takes a picture's files away from everybody who has their addresses. */
export function TakeDownForm({ id, action }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <p className="text-sm text-ink-soft">
        After a story was withdrawn, its pictures can still be had at their addresses. Taking this one down
        ends that at once. It stays in the library.
      </p>
      <Button look="danger" small>
        Take down at once
      </Button>
    </form>
  )
}
