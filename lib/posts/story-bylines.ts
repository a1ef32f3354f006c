import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { authors } from "@/db/schema/authors"
import { postBylines } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { placeOwn, type StoredByline } from "@/lib/posts/bylines"
import type { PostInput } from "@/lib/posts/input"
import { mayChooseAuthor } from "@/lib/posts/policy"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { ensureByline } from "@/lib/staff/byline"

type Asked = {
  wished: PostInput["bylines"]
  post: Pick<StoredPost, "id" | "createdBy"> | null
  /** Of the newer words that readers do not see, where there are any. */
  newer?: readonly StoredByline[] | undefined
}

/**
 * Whose names a story gets: those that an editor chose; of a writer's wish their own name alone, wherever it stands. Who
 * began a story and chooses nobody means themselves, also when they had no profile before. Null where one of them does
 * not exist; while the lock on bylines is held, none of them goes. A writer who did not begin the story has it by their name, which stays.
 */
export async function bylinesFor(
  tx: Transaction,
  staff: Staff,
  { wished, post, newer }: Asked,
): Promise<StoredByline[] | null> {
  const stored = post ? await listStoredBylines(tx, post.id) : []
  const present = newer ? await knownOf(tx, newer) : stored
  if (wished === undefined && present.length > 0) return present
  const all = mayChooseAuthor(staff)
  const meansSelf = wished?.some(({ id }) => id === null)
  const ownId = staff.authorId ?? (meansSelf ? await ensureByline(tx, staff.id) : null)
  const chosen = eachPartOnce((wished ?? []).map(({ id, part }) => ({ authorId: id ?? ownId ?? 0, part })))
  // A page from before a merge names the writer by a profile that is gone, and would take their name away.
  const isOwn = ({ authorId }: StoredByline) => authorId === ownId
  const losesOwn = !all && present.some(isOwn) && !chosen.some(isOwn)
  if ((all || losesOwn) && !(await areKnown(tx, chosen))) return null
  const isTheirStory = post === null || post.createdBy === staff.id
  const kept = losesOwn && !isTheirStory ? present.filter(isOwn) : []
  const placed = all ? chosen : placeOwn(ownId, { wished: [...chosen, ...kept], present })
  if (placed.length > 0) return placed
  if (present.length > 0 && !(all && isTheirStory)) return present
  return [{ authorId: ownId ?? (await ensureByline(tx, staff.id)), part: "words" }]
}

/** The bylines of a story, in order. */
export function listStoredBylines(tx: Transaction, postId: number): Promise<StoredByline[]> {
  return tx
    .select({ authorId: postBylines.authorId, part: postBylines.part })
    .from(postBylines)
    .where(eq(postBylines.postId, postId))
    .orderBy(asc(postBylines.position), asc(postBylines.authorId))
}

function eachPartOnce(bylines: readonly StoredByline[]): StoredByline[] {
  return bylines.filter(
    ({ authorId, part }, at) =>
      bylines.findIndex((one) => one.authorId === authorId && one.part === part) === at,
  )
}

async function areKnown(tx: Transaction, bylines: readonly StoredByline[]): Promise<boolean> {
  return (await knownOf(tx, bylines)).length === bylines.length
}

/** Those of the bylines whose author there still is. */
export async function knownOf(tx: Transaction, bylines: readonly StoredByline[]): Promise<StoredByline[]> {
  const ids = bylines.map(({ authorId }) => authorId)
  const rows = await tx
    .select({ id: authors.id })
    .from(authors)
    .where(sql`${authors.id} in ${numbers(ids)}`)
  const known = new Set(rows.map(({ id }) => id))
  return bylines.filter(({ authorId }) => known.has(authorId))
}
