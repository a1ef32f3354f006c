"use client"

import { type FormEvent, useActionState } from "react"
import type { PasskeyAction } from "@/components/credentials/ceremony"
import { useCeremony } from "@/components/credentials/use-ceremony"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { needsScripts } from "@/lib/credentials/messages"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  action: PasskeyAction
  /** The page of the desk that was asked for. */
  next: string
  label: string
  look?: "primary" | "secondary"
}

/** One button that signs in with a passkey. */
export function PasskeyProofForm({ action, next, label, look = "secondary" }: Props) {
  const [sent, submit] = useActionState(action, idle)
  const { state, isRunning, run } = useCeremony(action)
  const unscripted: FormState =
    sent.status === "asked" ? { status: "refused", message: needsScripts, errors: {}, values: {} } : sent
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(new FormData(event.currentTarget))
  }
  return (
    <form action={submit} onSubmit={start} className="flex flex-col gap-4">
      <FormMessage state={state.status === "idle" ? unscripted : state} />
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="next" value={next} />
      <Button look={look} className="self-start" disabled={isRunning}>
        {label}
      </Button>
    </form>
  )
}
