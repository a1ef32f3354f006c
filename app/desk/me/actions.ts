"use server"

import { refresh } from "next/cache"
import { countChallenge } from "@/lib/auth/guess-limits"
import { parseNewPassword } from "@/lib/auth/input"
import { anotherPerson, tooManyTries } from "@/lib/auth/messages"
import { confirmIdentity, requirePassword } from "@/lib/auth/step-up"
import { requireOwner, requireSender } from "@/lib/auth/viewer"
import { ownProfileInput } from "@/lib/authors/input"
import { authorRefusal } from "@/lib/authors/messages"
import { changeOwnName, saveOwnProfile } from "@/lib/authors/mutations"
import { askForNewPasskey } from "@/lib/credentials/ask-passkey"
import { passkeyInput, totpInput } from "@/lib/credentials/input"
import { credentialDone, credentialRefusals, newCodes, totpIsOn } from "@/lib/credentials/messages"
import { addPasskey, removePasskey } from "@/lib/credentials/passkeys"
import { beginTotp, confirmTotp, renewRecoveryCodes, turnOffTotp } from "@/lib/credentials/totp-setup"
import type { PasskeyState, RefusedChange, RefusedTry, TotpState } from "@/lib/credentials/types"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { getSettings } from "@/lib/settings/queries"
import { changeOwnPassword, endOwnSession, requestEmailChange } from "@/lib/staff/account"
import { ownEmailInput, ownNameInput, ownSessionInput } from "@/lib/staff/input"
import { ownSessionDone } from "@/lib/staff/messages"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function changeNameAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(ownNameInput, form)
  if (!input.ok) return refused(form, input)

  await changeOwnName(staff, input.value.name)
  refresh()
  return { status: "done", message: "Saved." }
}

export async function saveOwnProfileAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(ownProfileInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await saveOwnProfile(staff, input.value)
  if (!outcome.ok) return refused(form, authorRefusal(outcome.reason))
  refresh()
  return { status: "done", message: "Saved." }
}

export async function changeEmailAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(ownEmailInput, form)
  if (!input.ok) return refused(form, input)
  const { email } = input.value
  if (email === staff.email) return refused(form, { errors: { email: "This is your address already." } })
  const confirmed = await requirePassword(staff, form)
  if (!confirmed.ok) return refused(form, confirmed)

  const asked = await requestEmailChange(staff, email)
  if (!asked.ok)
    return refused(form, { message: "You have asked for too many address changes. Try again in an hour." })
  return {
    status: "done",
    message: `We are sending a link to ${email}. Open it to confirm; until then, sign in with your present address.`,
  }
}

export async function changePasswordAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = await parseNewPassword(form, [staff.name, staff.email])
  if (!input.ok) return refused(form, input)
  const asked = await requirePassword(staff, form)
  if (!asked.ok) return refused(form, asked)

  await changeOwnPassword(staff, input.value.password)
  refresh()
  return { status: "done", message: "Your password is changed, and every other session is signed out." }
}

export async function endSessionAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(ownSessionInput, form)
  if (!input.ok) return refused(form, input)

  const { session } = input.value
  const ended = await endOwnSession(staff, session)
  refresh()
  return { status: "done", message: ownSessionDone({ others: session === "others", ended }) }
}

/** Adds a passkey in two steps, of which the first says what the authenticator is to sign; or removes one. */
export async function passkeyAction(_: PasskeyState, form: unknown): Promise<PasskeyState> {
  const owner = await requireOwner(form)
  if (!owner) return refused(form, { message: anotherPerson })
  const input = parseForm(passkeyInput, form)
  if (!input.ok) return refused(form, input)
  const confirmed = await confirmIdentity(owner, form)
  if (!confirmed.ok) return refused(form, confirmed)

  const asked = input.value
  if (asked.intent === "ask") {
    const counted = await countChallenge(await clientIpPrefix())
    if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
    return { status: "asked", options: await askForNewPasskey(owner, (await getSettings()).publicationName) }
  }
  const outcome = await (asked.intent === "remove"
    ? removePasskey(owner, asked.passkey)
    : addPasskey(owner, asked))
  if (!outcome.ok) return refused(form, { message: credentialRefusals[outcome.reason] })
  refresh()
  return { status: "done", message: credentialDone[asked.intent === "remove" ? "removed" : "added"] }
}

/** Sets up the authenticator app, turns it on or off, and makes recovery codes, which only this answer has. */
export async function totpAction(_: TotpState, form: unknown): Promise<TotpState> {
  const owner = await requireOwner(form)
  if (!owner) return refused(form, { message: anotherPerson })
  const input = parseForm(totpInput, form)
  if (!input.ok) return refused(form, input)
  const confirmed = await confirmIdentity(owner, form)
  if (!confirmed.ok) return refused(form, confirmed)

  const { intent } = input.value
  const outcome: { ok: true; codes?: string[] } | RefusedChange | RefusedTry =
    intent === "confirm"
      ? await confirmTotp(owner, input.value.code)
      : await { begin: beginTotp, off: turnOffTotp, codes: renewRecoveryCodes }[intent](owner)
  if (!outcome.ok) {
    if (outcome.reason === "too-many")
      return refused(form, { message: tooManyTries(outcome.retryAfterSeconds) })
    const sentence = credentialRefusals[outcome.reason]
    return refused(
      form,
      outcome.reason === "wrong-code" ? { errors: { code: sentence } } : { message: sentence },
    )
  }
  refresh()
  if (outcome.codes)
    return { status: "codes", codes: outcome.codes, message: intent === "codes" ? newCodes : totpIsOn }
  return { status: "done", message: credentialDone[intent === "off" ? "totpOff" : "totpBegun"] }
}
