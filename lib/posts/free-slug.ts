import "server-only"
import { and, eq, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { texts } from "@/db/lists"
import { lock } from "@/db/locks"
import { postSlugs, posts } from "@/db/schema/posts"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { isMadeFrom, isReservedSlug, numberedSlug, slugFrom } from "@/lib/text/slug"

/** The address follows the title until readers know it, or until somebody has typed one; null when it is another story's. */
export async function slugFor(
  tx: Transaction,
  post: StoredPost,
  { title, slug }: { title: string; slug: string },
): Promise<string | null> {
  if (slug === post.slug) return post.slug
  if (slug) return chooseSlug(tx, { postId: post.id, title, typed: slug })
  if (post.publishedAt || (post.version > 0 && isMadeFrom(title, post.slug))) return post.slug
  return chooseSlug(tx, { postId: post.id, title, typed: "" })
}

/**
 * Chooses a story's address for the rest of this transaction: the slug that was typed, or null when it is
 * another story's; without one, the title's slug with the first number that is free.
 */
export async function chooseSlug(
  tx: Transaction,
  { postId, title, typed }: { postId: number; title: string; typed: string },
): Promise<string | null> {
  await lock(tx, "slug")
  if (typed) return (await takenSlugs(tx, [typed], postId)).size > 0 ? null : typed
  const base = slugFrom(title) || `story-${postId}`
  for (let first = 1; ; first += 50) {
    const candidates = Array.from({ length: 50 }, (_, n) => numberedSlug(base, first + n))
    const taken = await takenSlugs(tx, candidates, postId)
    const free = candidates.find((slug) => !taken.has(slug) && !isReservedSlug(slug))
    if (free) return free
  }
}

/** Remembers where readers found a story, and forgets an old address that becomes its present one again. */
export async function insertOldSlug(
  tx: Transaction,
  { postId, from, to }: { postId: number; from: string; to: string },
): Promise<void> {
  await tx.insert(postSlugs).values({ slug: from, postId }).onConflictDoNothing()
  await tx.delete(postSlugs).where(and(eq(postSlugs.slug, to), eq(postSlugs.postId, postId)))
}

/** Which of these other stories have, or had: a link somewhere leads there. */
async function takenSlugs(tx: Transaction, slugs: string[], postId: number): Promise<Set<string>> {
  const present = await tx
    .select({ slug: posts.slug })
    .from(posts)
    .where(and(sql`${posts.slug} in ${texts(slugs)}`, ne(posts.id, postId)))
  const former = await tx
    .select({ slug: postSlugs.slug })
    .from(postSlugs)
    .where(and(sql`${postSlugs.slug} in ${texts(slugs)}`, ne(postSlugs.postId, postId)))
  return new Set([...present, ...former].map((row) => row.slug))
}
