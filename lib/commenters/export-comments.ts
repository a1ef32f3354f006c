import "server-only"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"

/** Every comment under an address, with what is kept of it beside its words. */
export function selectCommentsToExport(emailHash: Buffer) {
  return database()
    .select({
      id: comments.id,
      story: posts.title,
      storyAddress: sql<string>`'/posts/' || ${posts.slug}`,
      answers: comments.parentId,
      status: comments.status,
      name: comments.name,
      website: comments.website,
      text: comments.body,
      version: comments.version,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      provedAt: comments.provedAt,
      notifyReplies: comments.notifyReplies,
      findings: comments.findings,
      networkHashKept: sql<boolean>`${comments.networkHash} is not null`,
      reports: sql<number>`(select count(*)::int from comment_reports r where r.comment_id = ${comments.id} and r.reason <> 'address')`,
      learnt: sql<boolean>`exists (select from filter_lessons l where l.comment_id = ${comments.id})`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.emailHash, emailHash))
    .orderBy(comments.id)
}
