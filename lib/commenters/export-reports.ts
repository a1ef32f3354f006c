import "server-only"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"

/** Reports whose sender asked to hear what becomes of them; who wrote what was reported is not in it. */
export function selectReportsToExport(commenterId: number) {
  return database()
    .select({
      story: posts.title,
      storyAddress: sql<string>`'/posts/' || ${posts.slug}`,
      commentId: commentReports.commentId,
      reason: commentReports.reason,
      note: commentReports.note,
      createdAt: commentReports.createdAt,
    })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(commentReports.commenterId, commenterId))
    .orderBy(commentReports.id)
}
