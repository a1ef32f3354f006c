import "server-only"
import { and, eq, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lockShared } from "@/db/locks"
import { postRevisions, type RevisionContent } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { recordEvent, recordEvents } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { lockPost, onLockedPost, staleOf } from "@/lib/posts/locked-post"
import { mayChooseAuthor, mayPublish } from "@/lib/posts/policy"
import { isAhead } from "@/lib/posts/revision-types"
import { mayChangeRevisions } from "@/lib/posts/revisions/policy"
import { refuse, type SaveOutcome, type StoredPost, saved } from "@/lib/posts/save-outcome"
import { tellOfStep } from "@/lib/posts/step-recipients"
import { knownOf, listStoredBylines } from "@/lib/posts/story-bylines"
import { findWorkingCopy, wantedOf, writeWorkingCopy } from "@/lib/posts/working-copy"
import { writePost } from "@/lib/posts/write-post"
import { isMadeFrom } from "@/lib/text/slug"

/**
 * Has the newest words of a published story be those that readers see. The others stay among its revisions; who has not
 * seen them is told first. Readers see no change, so no cache tag is named.
 */
export async function discardChanges(
  staff: Staff,
  seen: { id: number; version: number },
  note = "",
): Promise<SaveOutcome> {
  return onLockedPost<SaveOutcome>(staff, seen.id, async ({ tx, post }) => {
    if (!mayChangeRevisions(staff, post)) return refuse("not-allowed")
    if (!isAhead(post)) return { ok: true, post: saved(post) }
    const working = await findWorkingCopy(tx, post)
    // A writer takes back what they have proposed themselves, not what somebody else has written into it.
    if (!mayPublish(staff) && (await haveOthersWritten(tx, staff, post))) return refuse("others-words")
    if (post.version !== seen.version) return staleOf(tx, { staff, post, working })
    const [row] = await tx
      .update(posts)
      .set({
        workingRevisionId: post.liveRevisionId,
        proposal: null,
        version: post.version + 1,
        updatedBy: staff.id,
      })
      .where(eq(posts.id, post.id))
      .returning()
    if (!row) throw new Error("The database gave no story back.")
    await recordDiscard(tx, {
      staff,
      post: { ...post, version: row.version },
      note,
      writer: working?.staffId,
    })
    return { ok: true, post: saved(row) }
  })
}

/** Whether somebody else saved any of the changes that readers do not see, since the last were published or discarded. */
async function haveOthersWritten(tx: Transaction, staff: Staff, post: StoredPost): Promise<boolean> {
  const discarded = sql`coalesce((select max(e.version) from audit_events e
    where e.post_id = ${post.id} and e.action = 'changes_discarded'), 0)`
  const others = sql`${postRevisions.postId} = ${post.id} and ${postRevisions.id} > ${post.liveRevisionId ?? 0}
    and ${postRevisions.publicFrom} is null and ${postRevisions.staffId} is distinct from ${staff.id}
    and ${postRevisions.postVersion} > ${discarded}`
  return (await tx.$count(postRevisions, others)) > 0
}

type Discard = { staff: Staff; post: StoredPost; note: string; writer: number | null | undefined }

/** Those whose words are discarded hear of it: whoever wrote them last, and, of a proposal, those whose story it is. */
async function recordDiscard(tx: Transaction, { staff, post, note, writer }: Discard): Promise<void> {
  const action = "changes_discarded"
  const detail = { revision: String(post.workingRevisionId), ...(note ? { note } : {}) }
  const [event] = await recordEvents(tx, [
    { postId: post.id, staffId: staff.id, action, version: post.version, detail },
  ])
  const told = { toOwners: post.proposal !== null, alsoTo: writer ?? null }
  if (event) await tellOfStep(tx, { staff, post, action, eventId: event.id, note, ...told })
}

type Which = { post: number; revision: number }

/** Named versions are kept for good, with all their words. */
const mostNamed = 100

/** Names a version, so that it is never written over or removed. */
export async function nameRevision(
  staff: Staff,
  { post: id, revision, name }: Which & { name: string },
): Promise<SaveOutcome> {
  return transaction<SaveOutcome>(async (tx) => {
    const found = await lockBoth(tx, staff, { post: id, revision })
    if (!found.ok) return found
    const { post, row } = found
    if (row.name === name) return { ok: true, post: saved(post) }
    const named = and(eq(postRevisions.postId, post.id), ne(postRevisions.name, ""))
    if (!row.name && (await tx.$count(postRevisions, named)) >= mostNamed) return refuse("too-many-named")
    const kind = row.kind === "sitting" ? "named" : row.kind
    await tx.update(postRevisions).set({ name, kind }).where(eq(postRevisions.id, row.id))
    const detail = { revision: String(row.id) }
    await recordEvent(tx, { postId: post.id, staffId: staff.id, action: "revision_named", detail })
    return { ok: true, post: saved(post) }
  })
}

/**
 * Has a story say again what a version of it said, as a new version; what it said until now stays among its versions.
 * Readers of a published story see it only once somebody publishes it. The address that readers know stays.
 */
export async function restoreRevision(staff: Staff, which: Which): Promise<SaveOutcome> {
  return transaction<SaveOutcome>(async (tx) => {
    await lockShared(tx, "bylines")
    const found = await lockBoth(tx, staff, which)
    if (!found.ok) return found
    const { post, row } = found
    if (row.id === post.workingRevisionId) return { ok: true, post: saved(post) }
    const wanted = wantedOf(post, await restorable(tx, found, staff))
    const restore = { staff, post, wanted, restoredFrom: row.id }
    const outcome =
      post.status === "published"
        ? await writeWorkingCopy(tx, restore)
        : await writePost(tx, { ...restore, status: post.status })
    if (!outcome.ok) return outcome
    await recordEvent(tx, {
      postId: post.id,
      staffId: staff.id,
      action: "revision_restored",
      version: outcome.post.version,
      detail: { revision: String(row.id) },
    })
    return outcome
  })
}

type Found = { ok: true; post: StoredPost; row: typeof postRevisions.$inferSelect }

/** The story and the revision of it; a revision of another story is not found. */
async function lockBoth(
  tx: Transaction,
  staff: Staff,
  { post: id, revision }: Which,
): Promise<Found | Extract<SaveOutcome, { ok: false }>> {
  const locked = await lockPost(tx, staff, id)
  if (!locked.ok) return locked
  const { post } = locked
  if (!mayChangeRevisions(staff, post)) return refuse("not-allowed")
  const [row] = await tx
    .select()
    .from(postRevisions)
    .where(and(eq(postRevisions.id, revision), eq(postRevisions.postId, post.id)))
  return row ? { ok: true, post, row } : refuse("not-found")
}

/**
 * The words of a version with what has to fit the present: authors that there still are, and the address. Its bylines come
 * back only by somebody who may choose them, since whoever they name has the story.
 */
async function restorable(tx: Transaction, { post, row }: Found, staff: Staff): Promise<RevisionContent> {
  const { commentMode: _, offFrontPage: __, ...content } = row.content
  const present = (await findWorkingCopy(tx, post))?.content.bylines ?? (await listStoredBylines(tx, post.id))
  const bylines = await knownOf(tx, mayChooseAuthor(staff) ? content.bylines : present)
  const typed = isMadeFrom(content.title, content.slug) ? "" : content.slug
  return {
    ...content,
    slug: post.publishedAt ? post.slug : typed,
    bylines: bylines.length > 0 ? bylines : await listStoredBylines(tx, post.id),
  }
}
