"use server"

import { redirect } from "next/navigation"
import { parseFirstAdmin, parseNewPassword, parseStaffToken } from "@/lib/auth/input"
import { openSession } from "@/lib/auth/open-session"
import { readStaffLink } from "@/lib/auth/staff-links"
import { type FormState, refused } from "@/lib/form-state"
import { saveSettings } from "@/lib/settings/mutations"
import { getSettings } from "@/lib/settings/queries"
import { becomeFirstAdmin, setPassword } from "@/lib/staff/setup"

const gone = "This link has been used or is too old. Ask for a new one."

export async function setPasswordAction(_: FormState, form: unknown): Promise<FormState> {
  const token = parseStaffToken(form)
  const person = (await readStaffLink(token))?.person
  if (!person) return refused(form, { message: gone })
  const input = await parseNewPassword(form, [person.name, person.email])
  if (!input.ok) return refused(form, input)

  const result = await setPassword(token, input.value.password)
  if (!result.ok) return refused(form, { message: gone })

  await openSession({ id: result.id, email: person.email })
  redirect("/desk")
}

export async function becomeFirstAdminAction(_: FormState, form: unknown): Promise<FormState> {
  const token = parseStaffToken(form)
  if (!(await readStaffLink(token))) return refused(form, { message: gone })
  const input = await parseFirstAdmin(form)
  if (!input.ok) return refused(form, input)

  const { timeZone, ...person } = input.value
  const result = await becomeFirstAdmin(token, person)
  if (!result.ok) return refused(form, { message: gone })

  const admin = await openSession({ id: result.id, email: person.email })
  await saveSettings(admin, { ...(await getSettings()), timeZone })
  redirect("/desk")
}
