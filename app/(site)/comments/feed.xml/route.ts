import { answerCommentFeed } from "@/app/comment-feed-answer"
import { readCommentFeed } from "@/lib/comments/thread/newest"

export const dynamic = "force-dynamic"

export async function GET() {
  return answerCommentFeed(await readCommentFeed())
}
