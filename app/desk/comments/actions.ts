"use server"

import { redirect } from "next/navigation"
import type { Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { type DecisionInput, decisionInput } from "@/lib/comments/decision-input"
import { earlierSentence, refusalSentence } from "@/lib/comments/decision-words"
import type { CardAnswer, Outcome } from "@/lib/comments/decisions"
import { approveComment, markCommentSpam, rejectComment, undoDecision } from "@/lib/comments/moderation"
import { getQueueItem } from "@/lib/comments/queue"
import { parseForm } from "@/lib/parse-form"

/** Without scripts: decides, and shows the same page of the queue again with the comment in its place. */
export async function decideAction(form: FormData): Promise<void> {
  const staff = await requireStaff("comments.moderate")
  const input = parseForm(decisionInput, form)
  if (!input.ok) redirect("/desk/comments")

  const outcome = await decide(staff, input.value)

  const { id, status, after } = input.value
  const address = new URLSearchParams({ status, done: String(id) })
  if (after !== null) address.set("after", String(after))
  if (!outcome.ok) address.set("refused", outcome.reason)
  redirect(`/desk/comments?${address}#comment-${id}`)
}

/** With scripts: decides, and answers with the comment as it is now. */
export async function decideInPlaceAction(form: FormData): Promise<CardAnswer> {
  const staff = await requireStaff("comments.moderate")
  const input = parseForm(decisionInput, form)
  if (!input.ok) return { ok: false, message: "That was not understood. Reload the page.", item: null }

  const outcome = await decide(staff, input.value)

  return { ok: outcome.ok, message: said(outcome), item: await getQueueItem(staff, input.value.id) }
}

function decide(staff: Staff, input: DecisionInput): Promise<Outcome> {
  const { decision, id, version, standing, reason } = input
  if (decision === "undo") return undoDecision(staff, standing ?? 0)
  if (decision === "approve") return approveComment(staff, { id, version, standing })
  if (decision === "spam") return markCommentSpam(staff, { id, version, standing })
  return rejectComment(staff, { id, version, standing, reason })
}

function said(outcome: Outcome): string {
  if (!outcome.ok) return refusalSentence(outcome.reason, outcome.earlier)
  return outcome.earlier ? earlierSentence(outcome.earlier) : ""
}
