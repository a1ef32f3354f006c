import { notFound } from "next/navigation"
import { answerFeed } from "@/app/feed-answer"
import { getTag } from "@/lib/posts/section-queries"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const tag = await getTag((await params).slug)
  if (!tag) notFound()
  const page = `/tags/${tag.slug}`
  return answerFeed({ page, feed: `${page}/feed.xml` }, { tagId: tag.id, name: tag.name })
}
