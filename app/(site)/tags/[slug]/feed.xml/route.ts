import { answerFeed } from "@/app/feed-answer"
import { getTag } from "@/lib/posts/section-queries"
import { redirectOrNotFound } from "../../../redirect-if-moved"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const tag = await getTag(slug)
  if (!tag) return redirectOrNotFound("tags", slug, "/feed.xml")
  const page = `/tags/${tag.slug}`
  return answerFeed({ page, feed: `${page}/feed.xml` }, { tagId: tag.id, name: tag.name })
}
