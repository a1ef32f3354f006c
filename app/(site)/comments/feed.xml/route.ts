import { answerCommentFeed } from "@/app/comment-feed-answer"

export const dynamic = "force-dynamic"

export function GET() {
  return answerCommentFeed()
}
