import { count, desc, eq } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createComment } from "../../db/factories.ts"
import { comments } from "../../db/schema/comments.ts"
import { posts } from "../../db/schema/posts.ts"
import type { Instance } from "./instance.ts"

export type Story = { id: number; slug: string; path: string; url: string; comments: number }

/** The story with the longest thread, filled up to 200 shown comments where the demo has fewer. */
export async function findBusiestStory({ app }: Instance): Promise<Story> {
  const db = database()
  const [busiest] = await db
    .select({ id: posts.id, slug: posts.slug, comments: count() })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.status, "approved"))
    .groupBy(posts.id)
    .orderBy(desc(count()))
    .limit(1)
  if (!busiest) throw new Error("The demo publication has no story with comments.")
  for (; busiest.comments < 200; busiest.comments++) {
    await createComment(db, { postId: busiest.id, body: `Comment number ${busiest.comments} of many.` })
  }
  const path = `/posts/${busiest.slug}`
  return { ...busiest, path, url: `${app.url}${path}` }
}
