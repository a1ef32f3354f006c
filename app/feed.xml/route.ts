import { answerFeed } from "@/app/feed-answer"

export const dynamic = "force-dynamic"

export function GET() {
  return answerFeed({ page: "/", feed: "/feed.xml" })
}
