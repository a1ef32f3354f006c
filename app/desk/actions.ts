"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { countChallenge } from "@/lib/auth/guess-limits"
import { anotherPerson, tooManyTries } from "@/lib/auth/messages"
import { noteConfirmed } from "@/lib/auth/step-up"
import { requireSender } from "@/lib/auth/viewer"
import { askForPasskey } from "@/lib/credentials/ask-passkey"
import type { Bond } from "@/lib/credentials/challenges"
import { checkPasskey } from "@/lib/credentials/check-passkey"
import { passkeyProofInput } from "@/lib/credentials/input"
import { credentialDone, credentialRefusals } from "@/lib/credentials/messages"
import type { PasskeyState } from "@/lib/credentials/types"
import { changeFirstRun } from "@/lib/desk/first-run/mutations"
import { type FormState, refused } from "@/lib/form-state"
import { testSentence } from "@/lib/mail/messages"
import { sendTestMail } from "@/lib/mail/mutations"
import { parseForm } from "@/lib/parse-form"
import { getSettings } from "@/lib/settings/queries"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

/** Sends the admin a test message and says how it ended. */
export async function sendTestMailAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })

  const { publicationName } = await getSettings()
  const tested = await sendTestMail(staff, publicationName)

  if (!tested.ok) return refused(form, { message: "You have sent many test messages. Try again in an hour." })
  const message = testSentence(tested.test, staff.email)
  if (tested.test.outcome !== "sent") return refused(form, { message })
  refresh()
  return { status: "done", message }
}

/** Leads to the site, and ticks that off. */
export async function lookAtSiteAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  await changeFirstRun(staff, "seenSite")
  redirect("/")
}

/** Takes the list of first steps off Today, for good. */
export async function hideFirstStepsAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  await changeFirstRun(staff, "hidden")
  redirect("/desk")
}

/** Proves who somebody is by a passkey instead of the password, before they change roles or credentials. */
export async function confirmByPasskeyAction(_: PasskeyState, form: unknown): Promise<PasskeyState> {
  const staff = await requireSender(form)
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(passkeyProofInput, form)
  if (!input.ok) return refused(form, input)

  const bond: Bond = { purpose: "confirm", boundTo: staff.sessionId }
  if (input.value.intent === "ask") {
    const counted = await countChallenge(await clientIpPrefix())
    if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
    return { status: "asked", options: await askForPasskey(bond, staff.id) }
  }
  const checked = await checkPasskey(input.value.response, bond)
  if (!checked.ok) return refused(form, { message: credentialRefusals[checked.reason] })
  if (checked.passkey.person.id !== staff.id)
    return refused(form, { message: credentialRefusals["not-yours"] })
  await noteConfirmed(staff)
  return { status: "done", message: credentialDone.confirmed }
}
