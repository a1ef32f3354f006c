import { answerCommentFeed } from "@/app/comment-feed-answer"
import { getPost } from "@/lib/posts/queries"
import { redirectOrNotFound } from "../../../../redirect-if-moved"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const post = await getPost(slug)
  return post ? answerCommentFeed(post) : redirectOrNotFound("posts", slug, "/comments/feed.xml")
}
