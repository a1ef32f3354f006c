"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { chosenIds, parseDetails, pictureOf } from "@/lib/media/input"
import { deletedHref } from "@/lib/media/library-url"
import { detailsRefusal, detailsSaved, takeDownRefusal, takenDownSaid } from "@/lib/media/messages"
import { deleteMedia, saveDetails } from "@/lib/media/mutations"
import { takeDown } from "@/lib/media/take-down"

/** Deletes the chosen pictures that nothing uses, and shows the library again. */
export async function deleteAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "media.upload")
  if (!staff) redirect("/desk/media?problem=another-person")
  redirect(deletedHref(await deleteMedia(staff, chosenIds(form))))
}

/** Saves what is kept with a picture. */
export async function saveDetailsAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "media.upload")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseDetails(form)
  if (!input.ok) return refused(form, input)
  const outcome = await saveDetails(staff, input.value)
  if (!outcome.ok) return refused(form, { message: detailsRefusal(outcome) })
  // With the version that the next change is made from.
  refresh()
  return { status: "done", message: detailsSaved }
}

/** Takes the chosen picture's files away from readers. */
export async function takeDownAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "media.upload")
  if (!staff) return refused(form, { message: anotherPerson })
  const outcome = await takeDown(staff, pictureOf(form) ?? 0)
  if (!outcome.ok) return refused(form, { message: takeDownRefusal(outcome.reason) })
  refresh()
  return { status: "done", message: takenDownSaid }
}
