"use server"

import { type FormState, refused } from "@/lib/form-state"
import { parseSignUp } from "@/lib/newsletter/input"
import { subscribeRefusals } from "@/lib/newsletter/messages"
import { subscribe } from "@/lib/newsletter/mutations"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

const checkInbox: FormState = { status: "done", message: "Check your inbox to confirm." }

export async function subscribeAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseSignUp(form)
  if (!input.ok) return refused(form, input)
  if (input.value.leftEmpty) return refused(form, { message: subscribeRefusals.filled })

  const network = await clientIpPrefix()
  const result = await subscribe({ email: input.value.email, network })
  if (!result.ok) return refused(form, { message: subscribeRefusals[result.reason] })
  return checkInbox
}
