import "server-only"
import { isDeepStrictEqual } from "node:util"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { saveUsesOfStory } from "@/lib/media/uses"
import { approvalColumns, lacksApproval } from "@/lib/posts/approval"
import { checkPictures, picturesByPlace } from "@/lib/posts/check-pictures"
import { checkStory, isBlocked } from "@/lib/posts/check-story"
import { insertOldSlug, slugFor } from "@/lib/posts/free-slug"
import { keepRevision } from "@/lib/posts/keep-revision"
import { metadataOf } from "@/lib/posts/metadata"
import { recordModeChange } from "@/lib/posts/mode-changes"
import { missingAlt, missingFor } from "@/lib/posts/readiness"
import { recordOverride } from "@/lib/posts/record-override"
import { contentOf } from "@/lib/posts/revision-content"
import { saveBylines } from "@/lib/posts/save-bylines"
import { refuse, type SaveOutcome, type StoredPost, saved } from "@/lib/posts/save-outcome"
import { saveTags } from "@/lib/posts/save-tags"
import { recordStep } from "@/lib/posts/step-events"
import type { Wanted } from "@/lib/posts/wanted"
import { isReservedSlug } from "@/lib/text/slug"

type Write = {
  staff: Staff
  post: StoredPost
  wanted: Wanted
  status: StoredPost["status"]
  /** When a scheduled story goes out; without it one that is scheduled keeps its time. */
  publishAt?: Date | null
  /** Which revision the words were taken from, where they were. */
  restoredFrom?: number | undefined
  /** Whether an editor approves these words. */
  approves?: boolean
  /** For whom the step concerns. */
  note?: string
}

/**
 * Writes a story over a row that the transaction holds locked, with its address, its tags and the decision. Who
 * may is asked before; a refusal has changed nothing of the row.
 */
export async function writePost(
  tx: Transaction,
  { staff, post, wanted, status, publishAt = null, restoredFrom, approves = false, note = "" }: Write,
): Promise<SaveOutcome> {
  const { gone, library } = await checkPictures(tx, { staff, post, wanted })
  if (gone) return refuse(gone)
  const missing = missingFor(status, wanted) ?? missingAlt(status, wanted, library)
  if (missing) return refuse(missing)
  if (wanted.slug !== post.slug && isReservedSlug(wanted.slug)) return refuse("slug-reserved")
  const slug = await slugFor(tx, post, wanted)
  if (slug === null) return refuse("slug-taken")
  if (readersWillSee(status) && (await lacksApproval(tx, { staff, post, wanted })))
    return refuse("approval-missing")
  const isNew = !readersWillSee(post.status) || !hasWords(post, wanted)
  const findings = readersWillSee(status) && isNew ? await checkStory(tx, { ...wanted, id: post.id }) : []
  if (isBlocked(findings, wanted.anyway ?? [])) return { ok: false, reason: "checklist", findings }
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
      ...(status !== "scheduled" ? { publishAt: null, scheduledBy: null } : {}),
      ...(status === "scheduled" && publishAt ? { publishAt, scheduledBy: staff.id } : {}),
      ...(status === "published" ? { withdrawalNotice: "" } : {}),
      ...named,
      ...approvalColumns(
        status,
        approves ? { revisionId: named.workingRevisionId, staffId: staff.id } : null,
      ),
      proposal: null,
      version: post.version + 1,
      updatedAt: sql`now()`,
      updatedBy: staff.id,
      revisedAt: isRevision(post, wanted, status) ? sql`now()` : post.revisedAt,
      publishedAt:
        status === "published"
          ? sql`coalesce(${posts.publishedAt}, ${posts.dateShown}, now())`
          : post.publishedAt,
    })
    .where(eq(posts.id, post.id))
    .returning()
  if (!row) throw new Error("The database gave no story back.")
  if (post.publishedAt && slug !== post.slug) {
    await insertOldSlug(tx, { postId: post.id, from: post.slug, to: slug })
  }
  await saveBylines(tx, post.id, wanted.bylines)
  await saveTags(tx, post.id, wanted.tags)
  await saveUsesOfStory(tx, post.id, picturesByPlace(wanted))
  // Of a story that readers know, moderators see it and can have changed it too.
  if (post.publishedAt && commentMode !== post.commentMode) {
    await recordModeChange(tx, { staff, postId: post.id, from: post.commentMode, to: commentMode })
  }
  await recordOverride(tx, staff, { after: row, findings })
  await recordStep(tx, { staff, before: post, after: row, note })
  return { ok: true, post: saved(row) }
}

function readersWillSee(status: StoredPost["status"]): boolean {
  return status === "published" || status === "scheduled"
}

/** Whether readers are told of the change: they have seen the story before. */
function isRevision(post: StoredPost, { tell }: Wanted, status: StoredPost["status"]): boolean {
  return status === "published" && post.publishedAt !== null && tell === "updated"
}

/** Whether these are the story's words already, so that only what is beside them changes, as its tags. */
function hasWords(post: StoredPost, { title, standfirst, body }: Wanted): boolean {
  return isDeepStrictEqual([title, standfirst, body], [post.title, post.standfirst, post.body])
}
