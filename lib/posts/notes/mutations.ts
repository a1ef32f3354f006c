import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { postNotes } from "@/db/schema/post-notes"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import type { TextQuote } from "@/lib/documents/text-quote"
import { noteLimits } from "@/lib/posts/notes/limits"
import type { NoteOutcome, NoteRefusal } from "@/lib/posts/notes/types"
import { authorIds } from "@/lib/posts/own-stories"
import { maySee } from "@/lib/posts/policy"

const refuse = (reason: NoteRefusal): NoteOutcome => ({ ok: false, reason })

type NewNote = TextQuote & { post: number; body: string }

/** Puts a note on a passage of a story. The same words of the same person on the same passage are one note. */
export async function addNoteOnPassage(staff: Staff, { post, ...note }: NewNote): Promise<NoteOutcome> {
  return inStory(staff, post, async (tx) => {
    const open = and(eq(postNotes.postId, post), isNull(postNotes.parentId), isNull(postNotes.resolvedAt))
    const { body, quote, place } = note
    const same = and(
      open,
      eq(postNotes.staffId, staff.id),
      eq(postNotes.body, body),
      eq(postNotes.quote, quote),
    )
    if ((await tx.$count(postNotes, and(same, eq(postNotes.place, place)))) > 0) return { ok: true }
    if ((await tx.$count(postNotes, open)) >= noteLimits.open) return refuse("too-many-notes")
    const full = await whyFull(tx, { post, bytes: bytesOf(body, quote, note.before, note.after) })
    if (full) return refuse(full)
    await tx.insert(postNotes).values({ postId: post, staffId: staff.id, ...note })
    return { ok: true }
  })
}

type Which = { post: number; note: number }

/** Answers a note, and opens it again where it was resolved. The same words twice in a row are one answer. */
export async function replyToNote(
  staff: Staff,
  { post, note, body }: Which & { body: string },
): Promise<NoteOutcome> {
  return inStory(staff, post, async (tx) => {
    if (!(await findNote(tx, { post, note }))) return refuse("not-found")
    const replies = await tx
      .select()
      .from(postNotes)
      .where(eq(postNotes.parentId, note))
      .orderBy(postNotes.id)
    const last = replies.at(-1)
    if (last?.staffId === staff.id && last.body === body) return { ok: true }
    if (replies.length >= noteLimits.replies) return refuse("too-many-replies")
    const full = await whyFull(tx, { post, bytes: bytesOf(body) })
    if (full) return refuse(full)
    await tx.insert(postNotes).values({ postId: post, parentId: note, staffId: staff.id, body })
    await tx.update(postNotes).set({ resolvedAt: null, resolvedBy: null }).where(eq(postNotes.id, note))
    return { ok: true }
  })
}

/** Says that a note is dealt with, or that it is not after all. */
export async function resolveNote(
  staff: Staff,
  { post, note, resolved }: Which & { resolved: boolean },
): Promise<NoteOutcome> {
  return inStory(staff, post, async (tx) => {
    const row = await findNote(tx, { post, note })
    if (!row) return refuse("not-found")
    if ((row.resolvedAt !== null) === resolved) return { ok: true }
    const set = resolved
      ? { resolvedAt: sql`now()`, resolvedBy: staff.id }
      : { resolvedAt: null, resolvedBy: null }
    await tx.update(postNotes).set(set).where(eq(postNotes.id, note))
    return { ok: true }
  })
}

/** Takes one's own note back while nobody has answered it. */
export async function deleteNote(staff: Staff, { post, note }: Which): Promise<NoteOutcome> {
  return inStory(staff, post, async (tx) => {
    const row = await findNote(tx, { post, note })
    if (!row) return refuse("not-found")
    if (row.staffId !== staff.id) return refuse("not-own")
    if ((await tx.$count(postNotes, eq(postNotes.parentId, note))) > 0) return refuse("answered")
    await tx.delete(postNotes).where(eq(postNotes.id, note))
    return { ok: true }
  })
}

/** Those who note something on the same story come one after the other; a save of it waits for none of them. */
async function inStory(
  staff: Staff,
  id: number,
  work: (tx: Transaction) => Promise<NoteOutcome>,
): Promise<NoteOutcome> {
  return transaction(async (tx) => {
    const { createdBy, trashedAt } = posts
    const [post] = await tx
      .select({ createdBy, authorIds, trashedAt })
      .from(posts)
      .where(and(eq(posts.id, id), isNull(posts.deletedAt)))
    if (!post || !maySee(staff, post)) return refuse("not-found")
    if (post.trashedAt) return refuse("in-trash")
    await lock(tx, "notes", String(id))
    return work(tx)
  })
}

const bytesOf = (...texts: string[]) => Buffer.byteLength(texts.join(""))

/** Why a story has no room for so many bytes in another note or answer, which its page would have to show; null where it has. */
async function whyFull(
  tx: Transaction,
  { post, bytes }: { post: number; bytes: number },
): Promise<NoteRefusal | null> {
  const { body, quote, before, after } = postNotes
  const [held] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(octet_length(${body}) + octet_length(${quote})
        + octet_length(${before}) + octet_length(${after})), 0)::int`,
    })
    .from(postNotes)
    .where(eq(postNotes.postId, post))
  if (!held || held.count >= noteLimits.inAll) return "too-many-in-all"
  return held.bytes + bytes > noteLimits.bytesInAll ? "too-much-in-all" : null
}

/** A note on a passage of this story; an answer is none, nor is a note of another story. */
async function findNote(tx: Transaction, { post, note }: Which) {
  const [row] = await tx
    .select()
    .from(postNotes)
    .where(and(eq(postNotes.id, note), eq(postNotes.postId, post), isNull(postNotes.parentId)))
  return row ?? null
}
