import "server-only"
import { and, eq, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { texts } from "@/db/lists"
import { lock } from "@/db/locks"
import { postSlugs, posts } from "@/db/schema/posts"
import { isReservedSlug, numberedSlug, slugFrom } from "@/lib/text/slug"

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
