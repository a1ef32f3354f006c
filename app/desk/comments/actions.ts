"use server"

import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import type { Staff } from "@/lib/auth/staff"
import { requireSender } from "@/lib/auth/viewer"
import { type Parsed, refused } from "@/lib/form-state"
import { decideAppeal, undoDenial } from "@/lib/moderation/appeals/mutations"
import { blackOutWords, undoBlackout } from "@/lib/moderation/decisions/blackout"
import { type DecisionInput, decisionInput, openInput, textInput } from "@/lib/moderation/decisions/input"
import { earlierSentence, refusalSentence } from "@/lib/moderation/decisions/messages"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import { addNote, undoNote } from "@/lib/moderation/decisions/notes"
import { replyAsStaff } from "@/lib/moderation/decisions/staff-reply"
import { noteRefusals, replyRefusal } from "@/lib/moderation/decisions/text-messages"
import type { DecisionOutcome, DecisionRefusal } from "@/lib/moderation/decisions/types"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { releaseLease, takeLease } from "@/lib/moderation/leases"
import { readView } from "@/lib/moderation/queue/input"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { viewQuery } from "@/lib/moderation/queue/url"
import { threadModes } from "@/lib/moderation/thread-decisions"
import type { CardAnswer, TextState } from "@/lib/moderation/types"
import { parseForm } from "@/lib/parse-form"
import { type ModeOutcome, setCommentMode, undoCommentMode } from "@/lib/posts/comment-mode"

/** Without scripts: decides, and shows the same page of the queue again with the comment in its place. */
export async function decideAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "comments.moderate")
  const input = parseForm(decisionInput, form)
  if (!input.ok) redirect("/desk/comments")

  const outcome = await decide(staff, input.value)

  redirect(backTo(input.value, outcome.ok ? undefined : outcome.reason))
}

/** The same for words to be blacked out: refused, they come back. */
export async function blackOutAction(_: TextState, form: unknown): Promise<TextState> {
  const staff = await requireSender(form, "comments.moderate")
  const input = parseForm(decisionInput, form)
  if (!input.ok) return refusedText(form, input, "words")

  const outcome = await decide(staff, input.value)

  if (!outcome.ok) {
    const text = input.value.decision === "blackout" ? input.value.words : ""
    return { status: "refused", message: said(outcome), text }
  }
  redirect(backTo(input.value))
}

/** With scripts: decides, and answers with the comment as it is now. */
export async function decideInPlaceAction(form: unknown): Promise<CardAnswer> {
  const staff = await requireSender(form, "comments.moderate")
  const input = parseForm(decisionInput, form)
  if (!input.ok)
    return { ok: false, message: input.errors.line ?? input.errors.words ?? notUnderstood, item: null }

  const outcome = await decide(staff, input.value)

  const item = staff && (await getQueueItem(staff, input.value.id))
  return { ok: outcome.ok, message: said(outcome), item }
}

/** Leaves a note for the other moderators. */
export async function noteAction(_: TextState, form: unknown): Promise<TextState> {
  const staff = await requireSender(form, "comments.moderate")
  if (!staff) return refusedText(form, { errors: {}, message: anotherPerson })
  const input = parseForm(textInput, form)
  if (!input.ok) return refusedText(form, input)
  const { id: commentId, text } = input.value

  const note = await addNote(staff, { commentId, body: text })

  if (!note.ok) return { status: "refused", message: noteRefusals[note.reason], text }
  if (!input.value.inPlace) redirect(backTo(input.value))
  return { status: "done", message: "Note kept.", item: await getQueueItem(staff, commentId) }
}

/** Answers a reader as one of the staff; a comment that readers do not see yet is approved with it. */
export async function replyAction(_: TextState, form: unknown): Promise<TextState> {
  const staff = await requireSender(form, "comments.moderate")
  if (!staff) return refusedText(form, { errors: {}, message: anotherPerson })
  const input = parseForm(textInput, form)
  if (!input.ok) return refusedText(form, input)
  const { id: commentId, text, version, standing } = input.value
  const approving = version === undefined ? undefined : { version, standing }

  const reply = await replyAsStaff(staff, { commentId, body: text, approving })

  if (!reply.ok) return { status: "refused", message: replyRefusal(reply.reason, reply.earlier), text }
  if (!input.value.inPlace) redirect(backTo(input.value))
  const message = approving ? "Approved, and your reply is on the page." : "Your reply is on the page."
  return { status: "done", message, item: await getQueueItem(staff, commentId) }
}

/** Says which comment somebody has come to, and which they have left; answers who has it when it is a colleague. */
export async function openAction(form: unknown): Promise<{ openedBy: string | null }> {
  const staff = await requireSender(form, "comments.moderate")
  const input = parseForm(openInput, form)
  if (!staff || !input.ok) return { openedBy: null }
  const { id, left } = input.value
  if (left !== null && left !== id) await releaseLease(staff, left)
  if (id === null) return { openedBy: null }
  const lease = await takeLease(staff, id)
  return { openedBy: lease.ok ? null : lease.by }
}

/** A text that could not be read as the page sent it comes back all the same. */
function refusedText(
  form: unknown,
  { errors, message }: Omit<Extract<Parsed<unknown>, { ok: false }>, "ok">,
  field = "text",
): TextState {
  const typed = refused(form, {})
  const text = typed.status === "refused" ? (typed.values[field] ?? "") : ""
  return { status: "refused", message: errors[field] ?? message ?? notUnderstood, text }
}

const notUnderstood = "That was not understood. Reload the page."

async function decide(staff: Staff | null, input: DecisionInput): Promise<DecisionOutcome> {
  if (!staff) return { ok: false, reason: "another-person" }
  const { id, version, standing } = input
  const seen = { id, version, standing }
  if (input.decision === "reject")
    return rejectComment(staff, { ...seen, reason: input.reason ?? "", line: input.line })
  if (input.decision === "blackout")
    return blackOutWords(staff, { ...seen, reason: input.reason ?? "", words: input.words })
  const { decision, about } = input
  const postId = input.story ?? 0
  switch (decision) {
    case "undo":
      return about === null ? undoDecision(staff, standing ?? 0) : undoDenial(staff, about)
    case "approve":
      return approveComment(staff, seen)
    case "spam":
      return markCommentSpam(staff, seen)
    case "unblackout":
      return undoBlackout(staff, { ...seen, eventId: about ?? 0 })
    case "grant":
    case "deny":
      return decideAppeal(staff, { appealId: about ?? 0, grant: decision === "grant" })
    case "take":
      return outcomeOf((await takeLease(staff, id, { over: true })).ok, "gone")
    case "hold_thread":
    case "close_thread":
    case "free_thread":
      return threadOutcome(await setCommentMode(staff, { postId, mode: threadModes[decision] }))
    case "undo_thread":
      return threadOutcome(await undoCommentMode(staff, { postId, eventId: about ?? 0 }))
    case "unnote":
      return outcomeOf(await undoNote(staff, about ?? 0), "too-late")
  }
}

/** What is done to a thread leaves the comment as it is. */
function threadOutcome(outcome: ModeOutcome): DecisionOutcome {
  return outcome.ok ? { ...outcome, status: "pending" } : outcome
}

function outcomeOf(ok: boolean, reason: DecisionRefusal): DecisionOutcome {
  return ok ? { ok: true, status: "pending", eventId: null } : { ok: false, reason }
}

function said(outcome: DecisionOutcome): string {
  if (!outcome.ok) return refusalSentence(outcome.reason, outcome.earlier)
  return outcome.earlier ? earlierSentence(outcome.earlier) : ""
}

/** The page that the form stood on, with the comment in its place. */
function backTo({ back, id }: { back: string; id: number }, refused?: DecisionRefusal): string {
  const query = viewQuery(readView(back))
  query.set("done", String(id))
  if (refused) query.set("refused", refused)
  return `/desk/comments?${query}#comment-${id}`
}
