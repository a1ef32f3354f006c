import { notFound } from "next/navigation"
import { answerFeed } from "@/app/feed-answer"
import { getAuthor } from "@/lib/posts/section-queries"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const author = await getAuthor((await params).slug)
  if (!author) notFound()
  const page = `/authors/${author.slug}`
  return answerFeed({ page, feed: `${page}/feed.xml` }, { authorId: author.id, name: author.name })
}
