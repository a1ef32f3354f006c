"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { deleteTagInput, mergeTagsInput, tagInput } from "@/lib/tags/input"
import { tagRefusals, tagSaved } from "@/lib/tags/messages"
import { changeTag, deleteTag, mergeTag } from "@/lib/tags/mutations"
import type { TagOutcome } from "@/lib/tags/types"

export async function changeTagAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "tags.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(tagInput, form)
  if (!input.ok) return refused(form, input)

  const { tag, ...wanted } = input.value
  const outcome = await changeTag(staff, tag, wanted)

  if (!outcome.ok) return refusal(form, outcome)
  refresh()
  return { status: "done", message: tagSaved }
}

export async function mergeTagAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "tags.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(mergeTagsInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await mergeTag(staff, input.value.tag, input.value.into)

  if (!outcome.ok) return refusal(form, outcome)
  redirect("/desk/tags?done=merged")
}

export async function deleteTagAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "tags.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(deleteTagInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await deleteTag(staff, input.value.tag)

  if (!outcome.ok) return refusal(form, outcome)
  redirect("/desk/tags?done=deleted")
}

function refusal(form: unknown, { reason, field }: Extract<TagOutcome, { ok: false }>): FormState {
  const sentence = tagRefusals[reason]
  return refused(form, field ? { errors: { [field]: sentence } } : { message: sentence })
}
