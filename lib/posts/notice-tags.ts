import "server-only"
import { sql } from "drizzle-orm"
import type { CacheTag } from "@/db/cache-tags"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { postSlugs } from "@/db/schema/posts"
import type { StoredPost } from "@/lib/posts/save-outcome"

type Noticed = Pick<StoredPost, "id" | "slug" | "withdrawalNotice">

/**
 * The cache tags of all addresses at which readers find a notice in place of these stories: the present ones, and those
 * under which readers knew them before. None of stories without a notice.
 */
export async function noticeTags(tx: Transaction, stories: readonly Noticed[]): Promise<CacheTag[]> {
  const noticed = stories.filter(({ withdrawalNotice }) => withdrawalNotice !== "")
  if (noticed.length === 0) return []
  const former = await tx
    .select({ slug: postSlugs.slug })
    .from(postSlugs)
    .where(sql`${postSlugs.postId} in ${numbers(noticed.map(({ id }) => id))}`)
  return [...noticed, ...former].map(({ slug }): CacheTag => `post:${slug}`)
}
