"use server"

import { anotherPerson } from "@/lib/auth/messages"
import { noteConfirmed } from "@/lib/auth/step-up"
import { requireSender } from "@/lib/auth/viewer"
import { askForPasskey } from "@/lib/credentials/ask-passkey"
import type { Bond } from "@/lib/credentials/challenges"
import { checkPasskey } from "@/lib/credentials/check-passkey"
import { passkeyProofInput } from "@/lib/credentials/input"
import { credentialDone, credentialRefusals } from "@/lib/credentials/messages"
import type { PasskeyState } from "@/lib/credentials/types"
import { refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"

/** Proves who somebody is by a passkey instead of the password, before they change roles or credentials. */
export async function confirmByPasskeyAction(_: PasskeyState, form: unknown): Promise<PasskeyState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(passkeyProofInput, form)
  if (!input.ok) return refused(form, input)

  const bond: Bond = { purpose: "confirm", boundTo: staff.sessionId }
  if (input.value.intent === "ask") return { status: "asked", options: await askForPasskey(bond, staff.id) }
  const checked = await checkPasskey(input.value.response, bond)
  if (!checked.ok) return refused(form, { message: credentialRefusals[checked.reason] })
  if (checked.passkey.person.id !== staff.id)
    return refused(form, { message: credentialRefusals["not-yours"] })
  await noteConfirmed(staff)
  return { status: "done", message: credentialDone.confirmed }
}
