"use server"

import { type FormState, refused } from "@/lib/form-state"
import { parseSignUp } from "@/lib/newsletter/input"
import { subscribe } from "@/lib/newsletter/mutations"
import { subscribeRefusals } from "@/lib/newsletter/refusals"
import { clientNetwork } from "@/lib/visitors/request-origin"

const checkInbox: FormState = { status: "done", message: "Check your inbox to confirm." }

export async function subscribeAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseSignUp(form)
  if (!input.ok) return refused(form, input)
  if (input.value.nickname) return checkInbox

  const network = await clientNetwork()
  const result = await subscribe({ email: input.value.email, network })
  if (!result.ok) return refused(form, { message: subscribeRefusals[result.reason] })
  return checkInbox
}
