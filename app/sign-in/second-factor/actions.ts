"use server"

import { redirect } from "next/navigation"
import { deskPath } from "@/lib/auth/desk-path"
import { countPasskeyTry } from "@/lib/auth/guess-limits"
import { tooManyTries } from "@/lib/auth/messages"
import { openSession } from "@/lib/auth/open-session"
import { askForPasskey } from "@/lib/credentials/ask-passkey"
import { checkPasskey } from "@/lib/credentials/check-passkey"
import { nextInput, secondStepInput } from "@/lib/credentials/input"
import { credentialRefusals } from "@/lib/credentials/messages"
import { stillHasPasskey } from "@/lib/credentials/passkeys"
import { checkCode } from "@/lib/credentials/second-step"
import type { PasskeyState } from "@/lib/credentials/types"
import { findWaiting, type Waiting } from "@/lib/credentials/waiting"
import { refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

/** Takes the second step of signing in; only then there is a session that reaches the desk. */
export async function secondStepAction(_: PasskeyState, form: unknown): Promise<PasskeyState> {
  const input = parseForm(secondStepInput, form)
  if (!input.ok) return refused(form, input)
  const waiting = await findWaiting()
  if (!waiting) return refused(form, { message: credentialRefusals.gone })

  const { person, bond } = waiting
  if (input.value.intent === "ask") return { status: "asked", options: await askForPasskey(bond, person.id) }
  const network = await clientIpPrefix()
  if (input.value.intent === "code") {
    const checked = await checkCode({ staffId: person.id, code: input.value.code, network })
    if (checked.ok) return enter(form, waiting)
    if (checked.reason === "wrong-code")
      return refused(form, { errors: { code: credentialRefusals[checked.reason] } })
    return refused(form, { message: tooManyTries(checked.retryAfterSeconds) })
  }
  const counted = await countPasskeyTry(network)
  if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
  const checked = await checkPasskey(input.value.response, bond)
  if (!checked.ok) return refused(form, { message: credentialRefusals[checked.reason] })
  const { passkey } = checked
  if (passkey.person.id !== person.id) return refused(form, { message: credentialRefusals["not-yours"] })
  return enter(form, {
    ...waiting,
    claim: async (tx) => (await waiting.claim(tx)) && (await stillHasPasskey(tx, passkey.id)),
  })
}

async function enter(form: unknown, { person, claim }: Waiting): Promise<PasskeyState> {
  const opened = await openSession(person, { withSecondFactor: true, claim })
  if (!opened) return refused(form, { message: credentialRefusals.gone })
  const next = parseForm(nextInput, form)
  redirect(deskPath(next.ok ? next.value.next : ""))
}
