import "server-only"
import { sql } from "drizzle-orm"
import type { CacheTag } from "@/db/cache-tags"
import type { Transaction } from "@/db/client"
import { rowsOf } from "@/db/lists"
import { tagsOfComments } from "@/lib/comments/cache-tags"
import type { CommentStatus } from "@/lib/comments/types"

type Change = { id: number; was: CommentStatus; becomes: CommentStatus; edited?: boolean }

/** The cache tags of many comments whose statuses change, in one query for what their rows do not say. */
export async function tagsOfChanges(tx: Transaction, changes: readonly Change[]): Promise<CacheTag[]> {
  const moved = changes.filter(({ was, becomes, edited }) => edited || was !== becomes)
  if (moved.length === 0) return []
  const asked = moved.map(({ id, was, becomes }) => ({
    id,
    unseen: was !== "approved" && becomes !== "approved",
  }))
  const rows = await tx.execute<{ id: string; root: string; slug: string; holds: boolean }>(sql`
    select c.id, c.path[1] as root, p.slug, r.unseen and exists (
      select from comments as reply
      where reply.post_id = c.post_id and reply.status = 'approved'
        and reply.path > c.path and reply.path < c.path || 9223372036854775807::bigint
    ) as holds
    from ${rowsOf(asked, sql`id bigint, unseen boolean`)}
    join comments as c on c.id = r.id join posts as p on p.id = c.post_id`)
  const found = new Map(rows.map((row) => [Number(row.id), row]))
  return tagsOfComments(
    moved.flatMap((change) => {
      const row = found.get(change.id)
      if (!row) return []
      return [{ ...change, slug: row.slug, root: Number(row.root), holdsUpReplies: row.holds }]
    }),
  )
}
