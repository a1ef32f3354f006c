"use server"

import { redirect } from "next/navigation"
import { deskPath } from "@/lib/auth/desk-path"
import { countChallenge, countPasskeyTry } from "@/lib/auth/guess-limits"
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
  const network = await clientIpPrefix()
  if (input.value.intent === "ask") {
    const counted = await countChallenge(network)
    if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
    return { status: "asked", options: await askForPasskey(bond, person.id) }
  }
  if (input.value.intent === "code") {
    const { code } = input.value
    const checked = await checkCode({ staffId: person.id, code, network }, (spend) => enter(waiting, spend))
    if (checked.ok) return leave(form)
    if (checked.reason === "too-many")
      return refused(form, { message: tooManyTries(checked.retryAfterSeconds) })
    const sentence = credentialRefusals[checked.reason]
    return refused(form, checked.reason === "gone" ? { message: sentence } : { errors: { code: sentence } })
  }
  const counted = await countPasskeyTry(network)
  if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
  const checked = await checkPasskey(input.value.response, bond)
  if (!checked.ok) return refused(form, { message: credentialRefusals[checked.reason] })
  const { passkey } = checked
  if (passkey.person.id !== person.id) return refused(form, { message: credentialRefusals["not-yours"] })
  if (await enter(waiting, (tx) => stillHasPasskey(tx, passkey.id))) return leave(form)
  return refused(form, { message: credentialRefusals.gone })
}

/** Opens the session where the second step holds and the first one still waits; both are used up then, or neither. */
async function enter({ person, claim }: Waiting, holds: Waiting["claim"]): Promise<boolean> {
  const opened = await openSession(person, {
    withSecondFactor: true,
    claim: async (tx) => (await holds(tx)) && (await claim(tx)),
  })
  return opened !== null
}

function leave(form: unknown): never {
  const next = parseForm(nextInput, form)
  redirect(deskPath(next.ok ? next.value.next : ""))
}
