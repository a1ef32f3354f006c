"use server"

import { refresh } from "next/cache"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { noticeInput, parseDate, parseEmbargo } from "@/lib/posts/dates/input"
import { datesDone, datesRefusals } from "@/lib/posts/dates/messages"
import { setDate, setEmbargo, setNotice } from "@/lib/posts/dates/mutations"
import type { DatesOutcome } from "@/lib/posts/dates/types"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { getSettings } from "@/lib/settings/queries"

export async function setEmbargoAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.publish")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseEmbargo(form, (await getSettings()).timeZone)
  if (!input.ok) return refused(form, input)

  const outcome = await setEmbargo(staff, input.value)

  return answer(form, outcome, input.value.until ? datesDone.embargoSet : datesDone.embargoLifted)
}

export async function setDateAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.publish")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseDate(form, (await getSettings()).timeZone)
  if (!input.ok) return refused(form, input)

  const outcome = await setDate(staff, input.value)

  return answer(form, outcome, input.value.date ? datesDone.date : datesDone.dateLeft)
}

/** Says something in the place of a story that readers do not see; of one that they see it takes it from them first. */
export async function setNoticeAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.publish")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(noticeInput, form)
  if (!input.ok) return refused(form, input)
  const { intent, post: id, notice } = input.value
  const message = notice ? datesDone.notice : datesDone.noNotice

  if (intent === "save") return answer(form, await setNotice(staff, { post: id, notice }), message)
  // It saves no text, so that there is no version of it to have seen.
  const outcome = await unpublishPost(staff, { id, version: 0 }, { notice })

  // Somebody else has taken it from readers meanwhile: the notice stands there all the same.
  if (outcome.ok && outcome.changed === false)
    return answer(form, await setNotice(staff, { post: id, notice }), message)
  if (outcome.ok) return done(message)
  const reason = outcome.reason === "not-found" ? outcome.reason : "not-allowed"
  return refused(form, { message: datesRefusals[reason].sentence })
}

function answer(form: unknown, outcome: DatesOutcome, message: string): FormState {
  if (outcome.ok) return done(message)
  const { field, sentence } = datesRefusals[outcome.reason]
  return refused(form, field ? { errors: { [field]: sentence } } : { message: sentence })
}

function done(message: string): FormState {
  refresh()
  return { status: "done", message }
}
