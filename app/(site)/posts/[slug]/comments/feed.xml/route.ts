import { answerCommentFeed } from "@/app/comment-feed-answer"
import { getPost } from "@/lib/posts/queries"
import { leadOn } from "../../lead-on"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const post = await getPost(slug)
  return post ? answerCommentFeed(post) : leadOn(slug, "/comments/feed.xml")
}
