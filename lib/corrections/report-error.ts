import "server-only"
import { and, eq } from "drizzle-orm"
import { database } from "@/db/client"
import { errorReports } from "@/db/schema/corrections"
import { posts } from "@/db/schema/posts"
import { isSlug } from "@/lib/posts/is-slug"
import { published } from "@/lib/posts/published"
import { ofIpPrefix } from "@/lib/visitors/limit-subject"
import { countAgainst, type Limit } from "@/lib/visitors/rate-limit"

const perHour: Limit = { name: "error-report", max: 10, seconds: 3600 }

type Report = { story: string; wrong: string; leftEmpty: string; network: string }

/**
 * Puts what a reader says is wrong with a story before its editors. Who fills the field that people do not see is
 * answered the same, and nothing is kept.
 */
export async function reportError({
  story,
  wrong,
  leftEmpty,
  network,
}: Report): Promise<"taken" | "story-gone" | "too-many"> {
  const counted = await countAgainst(perHour, ofIpPrefix(network))
  if (!counted.ok) return "too-many"
  if (leftEmpty !== "") return "taken"
  const found = isSlug(story)
    ? await database()
        .select({ id: posts.id })
        .from(posts)
        .where(and(published, eq(posts.slug, story)))
    : []
  const [post] = found
  if (!post) return "story-gone"
  await database().insert(errorReports).values({ postId: post.id, body: wrong }).onConflictDoNothing()
  return "taken"
}
