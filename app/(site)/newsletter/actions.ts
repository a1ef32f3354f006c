"use server"

import { setTimeout as pause } from "node:timers/promises"
import { type FormState, refused } from "@/lib/form-state"
import { parseSignUp } from "@/lib/newsletter/input"
import { subscribe } from "@/lib/newsletter/mutations"
import { refusals } from "@/lib/newsletter/refusals"
import { clientNetwork } from "@/lib/request-origin"

/** Longer than a sign-up takes, so that the time of the answer tells nothing about the address either. */
const evenMilliseconds = 120

const checkInbox: FormState = { status: "done", message: "Check your inbox to confirm." }

export async function subscribeAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseSignUp(form)
  if (!input.ok) return refused(form, input)
  if (input.value.nickname) return checkInbox

  const network = await clientNetwork()
  const [result] = await Promise.all([
    subscribe({ email: input.value.email, network }),
    pause(evenMilliseconds),
  ])
  if (!result.ok) return refused(form, { message: refusals[result.reason] })
  return checkInbox
}
