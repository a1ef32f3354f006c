"use server"

import { refresh } from "next/cache"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { nameInput, restoreInput } from "@/lib/posts/revisions/input"
import { restoredWords, revisionRefusal, versionNamed } from "@/lib/posts/revisions/messages"
import { nameRevision, restoreRevision } from "@/lib/posts/revisions/mutations"

/** Has a story say again what an earlier version said; readers see nothing of it by this alone. */
export async function restoreRevisionAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(restoreInput, form)
  if (!input.ok) return refused(form, { message: revisionRefusal("not-found") })

  const outcome = await restoreRevision(staff, input.value)

  if (!outcome.ok) return refused(form, { message: revisionRefusal(outcome.reason) })
  refresh()
  return { status: "done", message: restoredWords(outcome.post) }
}

export async function nameRevisionAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(nameInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await nameRevision(staff, input.value)

  if (!outcome.ok) return refused(form, { message: revisionRefusal(outcome.reason) })
  refresh()
  return { status: "done", message: versionNamed }
}
