"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import type { GuestState } from "@/components/authors/guest-form"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { deleteGuest } from "@/lib/authors/delete-guest"
import { makeGuest } from "@/lib/authors/guests"
import { deleteGuestInput, guestInput, mergeInput, profileInput } from "@/lib/authors/input"
import { mergeProfiles } from "@/lib/authors/merge"
import { authorRefusal, nameKnown } from "@/lib/authors/messages"
import { saveProfile } from "@/lib/authors/mutations"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"

/** Makes a guest; the page of their profile asks for the rest. Of a known name only when that is meant. */
export async function addGuestAction(_: GuestState, form: unknown): Promise<GuestState> {
  const staff = await requireSender(form, "profiles.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(guestInput, form)
  if (!input.ok) return refused(form, input)

  const { name, another } = input.value
  const made = await makeGuest(staff, { name, publication: false, another: another !== undefined })
  if (!made.ok && made.reason === "name-known")
    return { ...refused(form, { errors: { name: nameKnown(made.known) } }), known: made.known }
  if (!made.ok) return refused(form, authorRefusal(made.reason))
  redirect(`/desk/authors/${made.id}`)
}

export async function saveProfileAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "profiles.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(profileInput, form)
  if (!input.ok) return refused(form, input)

  const { author, version, portrait, ...fields } = input.value
  const outcome = await saveProfile(staff, { author, version, portrait, fields })
  if (!outcome.ok) return refused(form, authorRefusal(outcome.reason))
  refresh()
  return { status: "done", message: "Saved." }
}

export async function deleteGuestAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "profiles.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(deleteGuestInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await deleteGuest(staff, input.value)
  if (!outcome.ok) return refused(form, authorRefusal(outcome.reason))
  redirect("/desk/authors?done=deleted")
}

export async function mergeAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "profiles.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(mergeInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await mergeProfiles(staff, input.value)
  if (!outcome.ok) return refused(form, authorRefusal(outcome.reason))
  // The page of the profile that was merged away has nothing to say it on.
  redirect(`/desk/authors/${input.value.into}?merged=1`)
}
