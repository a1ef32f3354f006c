import "server-only"
import { eq, sql } from "drizzle-orm"
import type { PgInsertValue } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import { postRevisions, type RevisionContent } from "@/db/schema/post-revisions"
import type { Staff } from "@/lib/auth/staff"
import { addUsesOfRevision } from "@/lib/media/uses"
import { contentOf, isSameContent, picturesOfContent } from "@/lib/posts/revision-content"
import type { StoredRevision } from "@/lib/posts/revision-types"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { tagNames } from "@/lib/posts/save-tags"
import { listStoredBylines } from "@/lib/posts/story-bylines"

/** Saves of one person within this time of the first are one revision. */
const sittingMinutes = 10

type Keep = {
  staff: Staff
  /** As it was before this save. */
  post: StoredPost
  content: RevisionContent
  /** What readers see of the story from now on: these words, still the ones that they saw, or nothing. */
  readersSee: "these" | "those" | "nothing"
  /** Which revision these words were taken from, where they were. */
  restoredFrom?: number | undefined
}

/** Which revisions a story names after a save. */
type Named = Pick<StoredPost, "liveRevisionId" | "workingRevisionId">

/**
 * Keeps the words of a save as a revision: the one of the person's sitting, or a new one. The same words twice are one. The
 * caller holds the story's row locked, and writes there what is answered.
 */
export async function keepRevision(tx: Transaction, keep: Keep): Promise<Named> {
  const post = await withBaseline(tx, keep.post)
  const working = await findWorking(tx, post.workingRevisionId)
  if (keep.readersSee !== "those") await endLive(tx, post.liveRevisionId)
  const id =
    keep.readersSee === "these"
      ? await keepLive(tx, { ...keep, post }, working)
      : await keepUnseen(tx, { ...keep, post }, working)
  await addUsesOfRevision(tx, post.id, picturesOfContent(keep.content))
  const live = { these: id, those: post.liveRevisionId, nothing: null }
  return { liveRevisionId: live[keep.readersSee], workingRevisionId: id }
}

/** Readers stop seeing what they see of a story. */
export async function endLive(tx: Transaction, liveRevisionId: number | null): Promise<void> {
  if (liveRevisionId === null) return
  await tx.update(postRevisions).set({ publicUntil: sql`now()` }).where(eq(postRevisions.id, liveRevisionId))
}

type Working = Pick<StoredRevision, "id" | "kind" | "staffId" | "content"> & {
  wasPublic: boolean
  /** Whether the sitting goes on. */
  open: boolean
}

async function keepLive(tx: Transaction, keep: Keep, working: Working | null): Promise<number> {
  const { staff, post, content } = keep
  const isOwn = working?.kind === "sitting" && working.staffId === staff.id
  if (!isOwn || working.wasPublic || !isSameContent(working.content, content)) return insert(tx, keep)
  await tx
    .update(postRevisions)
    .set({ kind: "published", savedAt: sql`now()`, publicFrom: sql`now()`, postVersion: post.version + 1 })
    .where(eq(postRevisions.id, working.id))
  return working.id
}

async function keepUnseen(tx: Transaction, keep: Keep, working: Working | null): Promise<number> {
  if (working && isSameContent(working.content, keep.content)) return working.id
  const { staff, post, content, restoredFrom } = keep
  // What was approved is never written over.
  const open = working?.open && working.id !== post.approvedRevisionId
  if (!open || working.staffId !== staff.id || restoredFrom !== undefined) return insert(tx, keep)
  await tx
    .update(postRevisions)
    .set({ content, savedAt: sql`now()`, postVersion: post.version + 1 })
    .where(eq(postRevisions.id, working.id))
  return working.id
}

async function findWorking(tx: Transaction, id: number | null): Promise<Working | null> {
  if (id === null) return null
  const { kind, staffId, content, startedAt, publicFrom } = postRevisions
  const [row] = await tx
    .select({
      id: postRevisions.id,
      kind,
      staffId,
      content,
      wasPublic: sql<boolean>`${publicFrom} is not null`,
      open: sql<boolean>`${kind} = 'sitting' and ${publicFrom} is null
        and ${startedAt} > now() - make_interval(mins => ${sittingMinutes})`,
    })
    .from(postRevisions)
    .where(eq(postRevisions.id, id))
  return row ?? null
}

function insert(tx: Transaction, keep: Keep): Promise<number> {
  const { staff, post, content, readersSee, restoredFrom } = keep
  const live = readersSee === "these"
  return insertRow(tx, {
    postId: post.id,
    kind: live ? "published" : restoredFrom === undefined ? "sitting" : "restored",
    content,
    staffId: staff.id,
    postVersion: post.version + 1,
    restoredFromId: restoredFrom ?? null,
    ...(live ? { publicFrom: sql`now()` } : {}),
  })
}

/** What a story said before it had revisions, as one that was written by an import. */
export async function withBaseline(tx: Transaction, post: StoredPost): Promise<StoredPost> {
  if (post.workingRevisionId !== null || post.version === 0) return post
  const content = await contentOfPost(tx, post)
  const isLive = post.status === "published"
  const id = await insertRow(tx, {
    postId: post.id,
    kind: isLive ? "published" : "sitting",
    content,
    staffId: post.updatedBy ?? post.createdBy,
    postVersion: post.version,
    startedAt: post.updatedAt,
    savedAt: post.updatedAt,
    publicFrom: isLive ? post.publishedAt : null,
  })
  await addUsesOfRevision(tx, post.id, picturesOfContent(content))
  return { ...post, workingRevisionId: id, liveRevisionId: isLive ? id : null }
}

/** The words in a story's own row. */
export async function contentOfPost(tx: Transaction, post: StoredPost): Promise<RevisionContent> {
  const [tags, bylines] = [await tagNames(tx, post.id), await listStoredBylines(tx, post.id)]
  return contentOf({ ...post, tags, bylines })
}

async function insertRow(tx: Transaction, values: PgInsertValue<typeof postRevisions>): Promise<number> {
  const [row] = await tx.insert(postRevisions).values(values).returning({ id: postRevisions.id })
  if (!row) throw new Error("The database gave no revision back.")
  return row.id
}
