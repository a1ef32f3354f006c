import { answerCommentFeed } from "@/app/comment-feed-answer"
import { readCommentFeed } from "@/lib/comments/thread/newest"
import { isSlug } from "@/lib/posts/is-slug"
import { getPost } from "@/lib/posts/queries"
import { redirectOrNotFound } from "../../../../redirect-if-moved"

export const dynamic = "force-dynamic"

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  if (!isSlug(slug)) return redirectOrNotFound("posts", slug)
  const feed = await readCommentFeed(slug)
  // Each comment says on which story it is; of a story without one, somebody else has to.
  const post = feed.comments[0] ?? (await getPost(slug))
  return post ? answerCommentFeed(feed, post) : redirectOrNotFound("posts", slug, "/comments/feed.xml")
}
