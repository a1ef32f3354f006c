import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { newestReason } from "@/lib/comments/self-service/own-comment"

export type Named = { id: number; epoch: number }

/** The page holds so many of the newest; what is taken along holds all. */
const longestPage = 200

/** Who a link to everything belongs to; `null` when it is over. */
export async function findNamed(named: Named | null) {
  if (!named) return null
  const [row] = await database()
    .select()
    .from(commenters)
    .where(and(eq(commenters.id, named.id), eq(commenters.epoch, named.epoch)))
  return row ?? null
}

/** The newest comments under an address with how each stands, and how many there are. */
export async function listOwnComments(emailHash: Buffer) {
  const reason = newestReason(database())
  const [rows, count] = await Promise.all([
    database()
      .select({
        id: comments.id,
        status: comments.status,
        name: comments.name,
        body: comments.body,
        createdAt: comments.createdAt,
        provedAt: comments.provedAt,
        reason: reason.reason,
        byStaff: reason.byStaff,
        post: {
          slug: posts.slug,
          title: posts.title,
          published: sql<boolean>`${posts.status} = 'published'`,
        },
      })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .leftJoinLateral(reason, sql`true`)
      .where(eq(comments.emailHash, emailHash))
      .orderBy(desc(comments.createdAt), desc(comments.id))
      .limit(longestPage),
    database().$count(comments, eq(comments.emailHash, emailHash)),
  ])
  return { rows, count }
}

/** How many reports are kept with an address. */
export function countReports(commenterId: number): Promise<number> {
  return database().$count(commentReports, eq(commentReports.commenterId, commenterId))
}
