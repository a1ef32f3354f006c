import "server-only"
import { isDeepStrictEqual } from "node:util"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { postRevisions, type RevisionContent } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { checkPictures } from "@/lib/posts/check-pictures"
import { chooseSlug } from "@/lib/posts/free-slug"
import { keepRevision } from "@/lib/posts/keep-revision"
import { noMetadata } from "@/lib/posts/metadata"
import { contentOf, isSameContent, pending } from "@/lib/posts/revision-content"
import { isAhead } from "@/lib/posts/revision-types"
import { refuse, type SaveOutcome, type StoredPost, saved, type WorkingCopy } from "@/lib/posts/save-outcome"
import { recordStep } from "@/lib/posts/step-events"
import type { Wanted } from "@/lib/posts/wanted"
import { isReservedSlug } from "@/lib/text/slug"

/** The newest words of a published story, or null where readers see them. */
export async function findWorkingCopy(tx: Transaction, post: StoredPost): Promise<WorkingCopy | null> {
  if (!isAhead(post) || post.workingRevisionId === null) return null
  const { content, staffId, savedAt } = postRevisions
  const [row] = await tx
    .select({ content, staffId, savedAt })
    .from(postRevisions)
    .where(eq(postRevisions.id, post.workingRevisionId))
  return row ?? null
}

/** What the newest words of a story are, as a change of it. */
export function wantedOf(post: StoredPost, content: RevisionContent): Wanted {
  const { commentMode, offFrontPage } = post
  return { commentMode, offFrontPage, tell: "nothing", ...noMetadata, ...content } as Wanted
}

export function isSameCopy(post: StoredPost, working: WorkingCopy, wanted: Wanted): boolean {
  return isSameContent(working.content, copyOf(post, wanted, working.content.slug))
}

type Write = {
  staff: Staff
  post: StoredPost
  wanted: Wanted
  restoredFrom?: number | undefined
  /** Where the newer words stand from now on; without it where they stood. */
  proposal?: StoredPost["proposal"]
  /** For whom it concerns. */
  note?: string
}

/** Saves newer words of a published story: nothing of what readers see changes, and no cache tag is named. */
export async function writeWorkingCopy(
  tx: Transaction,
  { staff, post, wanted, restoredFrom, proposal = post.proposal, note = "" }: Write,
): Promise<SaveOutcome> {
  const { gone } = await checkPictures(tx, { staff, post, wanted })
  if (gone) return refuse(gone)
  const slug = wanted.slug || post.slug
  if (slug !== post.slug) {
    if (isReservedSlug(slug)) return refuse("slug-reserved")
    if (!(await chooseSlug(tx, { postId: post.id, title: wanted.title, typed: slug })))
      return refuse("slug-taken")
  }
  const content = copyOf(post, wanted, slug)
  // Words that are again those that readers see are no newer ones.
  const named = (await isLive(tx, post, content))
    ? { workingRevisionId: post.liveRevisionId }
    : await keepRevision(tx, { staff, post, content, readersSee: "those", restoredFrom })
  const [row] = await tx
    .update(posts)
    .set({
      ...named,
      version: sql`${posts.version} + 1`,
      updatedBy: staff.id,
      // Words that readers see already propose nothing.
      proposal: named.workingRevisionId === post.liveRevisionId ? null : proposal,
    })
    .where(eq(posts.id, post.id))
    .returning()
  if (!row) throw new Error("The database gave no story back.")
  if (row.proposal !== post.proposal || note) await recordStep(tx, { staff, before: post, after: row, note })
  return { ok: true, post: saved(row, await findWorkingCopy(tx, row)) }
}

async function isLive(tx: Transaction, post: StoredPost, content: RevisionContent): Promise<boolean> {
  if (post.liveRevisionId === null) return false
  const [live] = await tx
    .select({ content: postRevisions.content })
    .from(postRevisions)
    .where(eq(postRevisions.id, post.liveRevisionId))
  // What was chosen beside the words is in force there.
  const { commentMode: _, offFrontPage: __, ...words } = live?.content ?? {}
  return isDeepStrictEqual(words, content)
}

function copyOf(post: StoredPost, wanted: Wanted, slug: string): RevisionContent {
  return { ...contentOf({ ...wanted, slug: wanted.slug || slug }), ...pending(wanted, post) }
}
