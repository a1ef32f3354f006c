"use server"

import { redirect } from "next/navigation"
import { parseFirstAdmin, parseNewPassword, parseStaffToken } from "@/lib/auth/input"
import { readStaffLink } from "@/lib/auth/staff-links"
import { type FormState, refused } from "@/lib/form-state"
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

  redirect("/sign-in?ready=1")
}

export async function becomeFirstAdminAction(_: FormState, form: unknown): Promise<FormState> {
  const token = parseStaffToken(form)
  if (!(await readStaffLink(token))) return refused(form, { message: gone })
  const input = await parseFirstAdmin(form)
  if (!input.ok) return refused(form, input)

  const result = await becomeFirstAdmin(token, input.value)
  if (!result.ok) return refused(form, { message: gone })

  redirect("/sign-in?ready=1")
}
