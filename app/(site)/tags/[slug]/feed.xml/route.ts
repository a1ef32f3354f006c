import { answerFeed } from "@/app/feed-answer"
import { readTagFeed } from "@/lib/posts/section-feeds"
import { redirectOrNotFound } from "../../../redirect-if-moved"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const part = await readTagFeed(slug)
  if (!part) return redirectOrNotFound("tags", slug, "/feed.xml")
  const page = `/tags/${slug}`
  return answerFeed({ page, feed: `${page}/feed.xml` }, part)
}
