"use client"

import { useState, useTransition } from "react"
import { type PasskeyAction, runCeremony } from "@/components/credentials/ceremony"
import { type FormState, idle } from "@/lib/form-state"

/** A form about a passkey: what became of it, and how it is sent. */
export function useCeremony(action: PasskeyAction) {
  const [state, setState] = useState<FormState>(idle)
  const [isRunning, start] = useTransition()
  const run = (form: FormData) =>
    start(async () => {
      const answer = await runCeremony({ action, form })
      start(() => setState(answer))
    })
  return { state, isRunning, run }
}
