"use server"

import { redirect } from "next/navigation"
import { requireStaff } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { chosenIds, parseDetails } from "@/lib/media/input"
import { deletedHref } from "@/lib/media/library-url"
import { detailsRefusal, detailsSaved } from "@/lib/media/messages"
import { deleteMedia, saveDetails } from "@/lib/media/mutations"

/** Deletes the chosen pictures that nothing uses, and shows the library again. */
export async function deleteAction(form: unknown): Promise<void> {
  const staff = await requireStaff("media.upload")
  redirect(deletedHref(await deleteMedia(staff, chosenIds(form))))
}

/** Saves what is kept with a picture. */
export async function saveDetailsAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireStaff("media.upload")
  const input = parseDetails(form)
  if (!input.ok) return refused(form, input)
  const outcome = await saveDetails(staff, input.value)
  return outcome.ok
    ? { status: "done", message: detailsSaved }
    : refused(form, { message: detailsRefusal(outcome) })
}
