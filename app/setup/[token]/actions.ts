"use server"

import { redirect } from "next/navigation"
import { parseAcceptance, parseFirstAdmin, parseNewPassword, parseStaffToken } from "@/lib/auth/input"
import { openSession } from "@/lib/auth/open-session"
import { readStaffLink } from "@/lib/auth/staff-links"
import { type FormState, refused } from "@/lib/form-state"
import { saveSettings } from "@/lib/settings/mutations"
import { getSettings } from "@/lib/settings/queries"
import { confirmNewEmail } from "@/lib/staff/account"
import { becomeFirstAdmin, setPassword, signInByLink } from "@/lib/staff/setup"

const gone = "This link has been used or is too old. Ask for a new one."

export async function setPasswordAction(_: FormState, form: unknown): Promise<FormState> {
  const token = parseStaffToken(form)
  const person = (await readStaffLink(token))?.person
  if (!person) return refused(form, { message: gone })
  const input = await parseNewPassword(form, [person.name, person.email])
  if (!input.ok) return refused(form, input)

  return enter(form, await setPassword(token, input.value.password))
}

export async function acceptInvitationAction(_: FormState, form: unknown): Promise<FormState> {
  const token = parseStaffToken(form)
  const person = (await readStaffLink(token))?.person
  if (!person) return refused(form, { message: gone })
  const input = await parseAcceptance(form, person.email)
  if (!input.ok) return refused(form, input)

  return enter(form, await setPassword(token, input.value.password, input.value.name))
}

export async function signInByLinkAction(_: FormState, form: unknown): Promise<FormState> {
  return enter(form, await signInByLink(parseStaffToken(form)))
}

/** Confirms an address. Nobody need be signed in where they read their mail. */
export async function confirmEmailAction(_: FormState, form: unknown): Promise<FormState> {
  const confirmed = await confirmNewEmail(parseStaffToken(form))
  if (!confirmed.ok) return refused(form, { message: gone })
  redirect("/sign-in?confirmed=1")
}

/** Signs in the person whose link was used, or says that it no longer works. A second factor is asked for all the same. */
async function enter(form: unknown, used: Awaited<ReturnType<typeof signInByLink>>): Promise<FormState> {
  if (!used.ok) return refused(form, { message: gone })
  const opened = await openSession(used)
  if (!opened) return refused(form, { message: gone })
  redirect(opened === "second-step" ? "/sign-in/second-factor" : "/desk")
}

export async function becomeFirstAdminAction(_: FormState, form: unknown): Promise<FormState> {
  const token = parseStaffToken(form)
  if (!(await readStaffLink(token))) return refused(form, { message: gone })
  const input = await parseFirstAdmin(form)
  if (!input.ok) return refused(form, input)

  const { publicationName, timeZone, language, ...person } = input.value
  const result = await becomeFirstAdmin(token, person)
  if (!result.ok) return refused(form, { message: gone })

  const admin = await openSession({ id: result.id, email: person.email })
  if (!admin || admin === "second-step") return refused(form, { message: gone })
  const named = publicationName === "" ? {} : { publicationName }
  await saveSettings(admin, { ...(await getSettings()), ...named, timeZone, language })
  redirect("/desk")
}
