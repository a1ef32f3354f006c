import { answerFeed } from "@/app/feed-answer"
import { readAuthorFeed } from "@/lib/posts/section-feeds"
import { redirectOrNotFound } from "../../../redirect-if-moved"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const part = await readAuthorFeed(slug)
  if (!part) return redirectOrNotFound("authors", slug, "/feed.xml")
  const page = `/authors/${slug}`
  return answerFeed({ page, feed: `${page}/feed.xml` }, part)
}
