import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"

/** The beginnings of these comments, the oldest first, each with its story. */
export function listTexts(ids: number[]) {
  return database()
    .select({
      id: comments.id,
      name: comments.name,
      body: sql<string>`case when length(${comments.body}) > 500 then left(${comments.body}, 499) || '…' else ${comments.body} end`,
      status: comments.status,
      slug: posts.slug,
      title: posts.title,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(sql`${comments.id} in ${numbers(ids)}`)
    .orderBy(asc(comments.id))
}
