import "server-only"
import { isDeepStrictEqual } from "node:util"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { posts } from "@/db/schema/posts"
import { recordEvent } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { picturesIn } from "@/lib/documents/pictures"
import { lockUsable, saveUsesOfStory } from "@/lib/media/uses"
import type { StoredByline } from "@/lib/posts/bylines"
import { chooseSlug, insertOldSlug } from "@/lib/posts/free-slug"
import type { PostInput } from "@/lib/posts/input"
import { keepRevision } from "@/lib/posts/keep-revision"
import { metadataOf, type StoryMetadata } from "@/lib/posts/metadata"
import { recordModeChange } from "@/lib/posts/mode-changes"
import { missingAlt, missingFor } from "@/lib/posts/readiness"
import { contentOf } from "@/lib/posts/revision-content"
import { saveBylines } from "@/lib/posts/save-bylines"
import { refuse, type SaveOutcome, type StoredPost, saved } from "@/lib/posts/save-outcome"
import { saveTags, tagNames } from "@/lib/posts/save-tags"
import { listStoredBylines } from "@/lib/posts/story-bylines"
import { isMadeFrom, isReservedSlug } from "@/lib/text/slug"

/** What a story shall be, with the bylines that this person may give it. */
export type Wanted = Omit<PostInput, "commentModeSeen" | "bylines" | "offFrontPage" | keyof StoryMetadata> &
  StoryMetadata & {
    bylines: StoredByline[]
    offFrontPage: boolean
  }

type Write = {
  staff: Staff
  post: StoredPost
  wanted: Wanted
  status: StoredPost["status"]
  /** Which revision the words were taken from, where they were. */
  restoredFrom?: number | undefined
}

/**
 * Writes a story over a row that the transaction holds locked, with its address, its tags and the decision. Who
 * may is asked before; a refusal has changed nothing of the row.
 */
export async function writePost(
  tx: Transaction,
  { staff, post, wanted, status, restoredFrom }: Write,
): Promise<SaveOutcome> {
  const pictures = picturesByPlace(wanted)
  const library = await lockUsable(tx, { staff, postId: post.id, ids: Object.values(pictures).flat() })
  const gone = pictureGone(pictures, library)
  if (gone) return refuse(gone)
  const missing = missingFor(status, wanted) ?? missingAlt(status, wanted, library)
  if (missing) return refuse(missing)
  if (wanted.slug !== post.slug && isReservedSlug(wanted.slug)) return refuse("slug-reserved")
  const slug = await slugOf(tx, post, wanted)
  if (slug === null) return refuse("slug-taken")
  const { title, standfirst, body, leadMediaId, picture, pictureAlt, commentMode, offFrontPage } = wanted
  const content = contentOf({ ...wanted, slug })
  const readersSee = status === "published" ? "these" : "nothing"
  const named = await keepRevision(tx, { staff, post, content, readersSee, restoredFrom })
  const [row] = await tx
    .update(posts)
    .set({
      slug,
      title,
      standfirst,
      body,
      leadMediaId,
      picture,
      pictureAlt,
      commentMode,
      offFrontPage,
      ...metadataOf(wanted),
      status,
      // A time belongs to a scheduled story alone.
      ...(status === "scheduled" ? {} : { publishAt: null, scheduledBy: null }),
      ...named,
      version: post.version + 1,
      updatedAt: sql`now()`,
      updatedBy: staff.id,
      revisedAt: isRevision(post, wanted, status) ? sql`now()` : post.revisedAt,
      publishedAt: status === "published" ? sql`coalesce(${posts.publishedAt}, now())` : post.publishedAt,
    })
    .where(eq(posts.id, post.id))
    .returning()
  if (!row) throw new Error("The database gave no story back.")
  if (post.publishedAt && slug !== post.slug) {
    await insertOldSlug(tx, { postId: post.id, from: post.slug, to: slug })
  }
  await saveBylines(tx, post.id, wanted.bylines)
  await saveTags(tx, post.id, wanted.tags)
  await saveUsesOfStory(tx, post.id, pictures)
  // Of a story that readers know, moderators see it and can have changed it too.
  if (post.publishedAt && commentMode !== post.commentMode) {
    await recordModeChange(tx, { staff, postId: post.id, from: post.commentMode, to: commentMode })
  }
  await record(tx, staff, { before: post, after: row })
  return { ok: true, post: saved(row) }
}

/** Whether readers are told of the change: they have seen the story before. */
function isRevision(post: StoredPost, { tell }: Wanted, status: StoredPost["status"]): boolean {
  return status === "published" && post.publishedAt !== null && tell === "updated"
}

/** The pictures that a story shows, by where. */
export function picturesByPlace({ leadMediaId, body }: Pick<Wanted, "leadMediaId" | "body">) {
  return {
    lead: leadMediaId === null ? [] : [leadMediaId],
    body: picturesIn(body).map(({ mediaId }) => mediaId),
  }
}

/** Where a picture that somebody wants to show is none that they can show, or null. */
export function pictureGone(
  { lead, body }: ReturnType<typeof picturesByPlace>,
  library: ReadonlyMap<number, unknown>,
): "picture-gone" | "body-picture-gone" | null {
  if (lead.some((id) => !library.has(id))) return "picture-gone"
  return body.some((id) => !library.has(id)) ? "body-picture-gone" : null
}

/** Whether saving would change nothing, as on a second click. */
export async function isSame(tx: Transaction, post: StoredPost, wanted: Wanted): Promise<boolean> {
  const { tags, slug, bylines, tell: _, ...fields } = wanted
  return (
    (slug === "" || slug === post.slug) &&
    (slug !== "" || post.publishedAt !== null || isMadeFrom(wanted.title, post.slug)) &&
    Object.entries(fields).every(([name, value]) =>
      isDeepStrictEqual(value, post[name as keyof typeof fields]),
    ) &&
    isDeepStrictEqual(await listStoredBylines(tx, post.id), bylines) &&
    isDeepStrictEqual((await tagNames(tx, post.id)).map(lower), tags.map(lower))
  )
}

const lower = (text: string) => text.toLowerCase()

/** A decision is a row of its own, in the transaction of its effect; saving a draft decides nothing. */
export async function record(
  tx: Transaction,
  staff: Staff,
  { before, after }: { before: StoredPost; after: StoredPost },
): Promise<void> {
  const action = decided(before.status, after.status)
  if (!action) return
  await recordEvent(tx, {
    postId: after.id,
    staffId: staff.id,
    action,
    fromStatus: before.status,
    toStatus: after.status,
    version: after.version,
  })
}

function decided(from: StoredPost["status"], to: StoredPost["status"]): AuditAction | null {
  if (to === "published") return from === "published" ? "post_updated" : "post_published"
  if (from === "published") return "post_unpublished"
  return to === "in_review" && from !== "in_review" ? "post_submitted" : null
}

/** The address follows the title until readers know it, or until somebody has typed one. */
async function slugOf(tx: Transaction, post: StoredPost, { title, slug }: Wanted): Promise<string | null> {
  if (slug === post.slug) return post.slug
  if (slug) return chooseSlug(tx, { postId: post.id, title, typed: slug })
  if (post.publishedAt || (post.version > 0 && isMadeFrom(title, post.slug))) return post.slug
  return chooseSlug(tx, { postId: post.id, title, typed: "" })
}
