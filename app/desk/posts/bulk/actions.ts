"use server"

import { redirect } from "next/navigation"
import { requireSender } from "@/lib/auth/viewer"
import { answerHref, problemHref } from "@/lib/posts/bulk/answer-url"
import { parseBulk } from "@/lib/posts/bulk/input"
import { actInBulk } from "@/lib/posts/bulk/mutations"

/** Does the same with each of the chosen stories, and shows their list again with what came of it. */
export async function bulkAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) redirect(problemHref("", "another-person"))
  const input = parseBulk(form)
  if (!input.ok) redirect(problemHref("", input.errors.tag ? "no-tag" : "unclear"))
  const { ids, act, tag, list } = input.value
  if (ids.length === 0) redirect(problemHref(list, "nothing-chosen"))
  if (act === "tag" && tag === "") redirect(problemHref(list, "no-tag"))
  redirect(
    answerHref(list, { staffId: staff.id, act, tag, result: await actInBulk(staff, { act, ids, tag }) }),
  )
}
