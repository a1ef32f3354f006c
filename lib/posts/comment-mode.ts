import "server-only"
import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import { currentModeChange, type ModeChange, recordModeChange } from "@/lib/posts/mode-changes"
import { maySetCommentMode, mayUndoCommentMode } from "@/lib/posts/policy"
import { type CommentMode, commentModes } from "@/lib/settings/comment-modes"
import { settingsIn, storedSettings } from "@/lib/settings/queries"

type ModeRefusal = "not-allowed" | "not-published" | "mode-milder" | "mode-changed" | "too-late"
export type ModeOutcome = { ok: true; eventId: number | null } | { ok: false; reason: ModeRefusal }

/**
 * Sets how a published story takes comments; null is what the publication says. It is no edit of the story: its
 * version stays, so that nobody who has it open is told of a conflict.
 */
export async function setCommentMode(
  staff: Staff,
  { postId, mode: to }: { postId: number; mode: CommentMode | null },
): Promise<ModeOutcome> {
  return onStory(staff, postId, async (tx, { commentMode: from, status, site }) => {
    if (from === to) return { ok: true, eventId: null }
    if (!maySetCommentMode(staff, { status }, { from, to, site })) return { ok: false, reason: "mode-milder" }
    return { ok: true, eventId: await write(tx, { staff, postId, from, to }) }
  })
}

/** Brings the former mode back, while nobody has changed it since. Doing it twice has one effect. */
export async function undoCommentMode(
  staff: Staff,
  { postId, eventId }: { postId: number; eventId: number },
): Promise<ModeOutcome> {
  return onStory(staff, postId, async (tx, { commentMode: from }) => {
    const undone = await tx.$count(
      auditEvents,
      and(eq(auditEvents.undoes, eventId), eq(auditEvents.postId, postId)),
    )
    if (undone > 0) return { ok: true, eventId: null }
    const [change] = await currentModeChange(tx, postId)
    if (change?.id !== eventId) return { ok: false, reason: "mode-changed" }
    if (!mayUndoCommentMode(staff, change)) return { ok: false, reason: "mode-milder" }
    if (!change.undoable) return { ok: false, reason: "too-late" }
    const to = commentModes.find((mode) => mode === change.from) ?? null
    return { ok: true, eventId: await write(tx, { staff, postId, from, to, undoes: eventId }) }
  })
}

async function write(tx: Transaction, change: ModeChange): Promise<number> {
  await tx.update(posts).set({ commentMode: change.to }).where(eq(posts.id, change.postId))
  return recordModeChange(tx, change)
}

type Story = {
  status: (typeof posts.$inferSelect)["status"]
  commentMode: CommentMode | null
  site: CommentMode
}
type Change = (tx: Transaction, story: Story) => Promise<ModeOutcome>

async function onStory(staff: Staff, postId: number, change: Change): Promise<ModeOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return transaction<ModeOutcome>(async (tx, changed) => {
    const [post] = await tx
      .select({ status: posts.status, commentMode: posts.commentMode, stored: storedSettings })
      .from(posts)
      .where(eq(posts.id, postId))
      .for("update")
    if (post?.status !== "published") return { ok: false, reason: "not-published" }
    const story = { ...post, site: settingsIn(post.stored).commentMode }
    return announceStoryChanges({ tx, changed, postId }, () => change(tx, story))
  })
}
