import { answerFeed } from "@/app/feed-answer"
import { getAuthor } from "@/lib/posts/section-queries"
import { redirectOrNotFound } from "../../../redirect-if-moved"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const author = await getAuthor(slug)
  if (!author) return redirectOrNotFound("authors", slug, "/feed.xml")
  const page = `/authors/${author.slug}`
  return answerFeed({ page, feed: `${page}/feed.xml` }, { authorId: author.id, name: author.name })
}
