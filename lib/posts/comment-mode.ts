import "server-only"
import { and, eq, isNotNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { recordEvents } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import { maySetCommentMode } from "@/lib/posts/policy"
import { type CommentMode, commentModes } from "@/lib/settings/comment-modes"

type ModeRefusal = "not-allowed" | "not-published" | "mode-changed" | "too-late"
export type ModeOutcome = { ok: true; eventId: number | null } | { ok: false; reason: ModeRefusal }

/** A change can be taken back for so long. */
const undoModeMinutes = 60

/**
 * Sets how a published story takes comments; null is what the publication says. It is no edit of the story: its
 * version stays, so that nobody who has it open is told of a conflict.
 */
export async function setCommentMode(
  staff: Staff,
  { postId, mode }: { postId: number; mode: CommentMode | null },
): Promise<ModeOutcome> {
  return onStory(staff, postId, async (tx, current) => {
    if (current === mode) return { ok: true, eventId: null }
    return write(tx, { staff, postId, from: current, to: mode })
  })
}

/** Brings the former mode back, while the mode is what the change made it. Doing it twice has one effect. */
export async function undoCommentMode(
  staff: Staff,
  { postId, eventId }: { postId: number; eventId: number },
): Promise<ModeOutcome> {
  return onStory(staff, postId, async (tx, current) => {
    const [event] = await tx
      .select({
        detail: auditEvents.detail,
        tooLate: sql<boolean>`${auditEvents.createdAt} <= now() - make_interval(mins => ${undoModeMinutes})`,
        undone: sql<boolean>`exists (select from audit_events as u where u.undoes = ${eventId})`,
      })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.id, eventId),
          eq(auditEvents.postId, postId),
          eq(auditEvents.action, "comment_mode_set"),
          isNotNull(auditEvents.staffId),
        ),
      )
    if (!event) return { ok: false, reason: "mode-changed" }
    if (event.undone) return { ok: true, eventId: null }
    if (readMode(event.detail.to) !== current) return { ok: false, reason: "mode-changed" }
    if (event.tooLate) return { ok: false, reason: "too-late" }
    return write(tx, { staff, postId, from: current, to: readMode(event.detail.from), undoes: eventId })
  })
}

type Change = (tx: Transaction, current: CommentMode | null) => Promise<ModeOutcome>

async function onStory(staff: Staff, postId: number, change: Change): Promise<ModeOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return transaction<ModeOutcome>(async (tx, changed) => {
    const [post] = await tx
      .select({ status: posts.status, commentMode: posts.commentMode })
      .from(posts)
      .where(eq(posts.id, postId))
      .for("update")
    if (!post || !maySetCommentMode(staff, post)) return { ok: false, reason: "not-published" }
    return announceStoryChanges({ tx, changed, postId }, () => change(tx, post.commentMode))
  })
}

type Written = {
  staff: Staff
  postId: number
  from: CommentMode | null
  to: CommentMode | null
  undoes?: number
}

async function write(tx: Transaction, { staff, postId, from, to, undoes }: Written): Promise<ModeOutcome> {
  await tx.update(posts).set({ commentMode: to }).where(eq(posts.id, postId))
  const [event] = await recordEvents(tx, [
    {
      postId,
      staffId: staff.id,
      action: undoes ? "undone" : "comment_mode_set",
      undoes,
      detail: { from: from ?? publicationMode, to: to ?? publicationMode },
    },
  ])
  return { ok: true, eventId: event?.id ?? null }
}

/** How the log writes that the publication's own mode holds. */
const publicationMode = "publication"

/** A mode as the log holds it. */
function readMode(logged: unknown): CommentMode | null {
  return commentModes.find((mode) => mode === logged) ?? null
}
