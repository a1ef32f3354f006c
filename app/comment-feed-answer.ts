import { commentFeedHtml } from "@/components/comments/comment-html"
import { commentFeed } from "@/lib/comments/thread/feed"
import type { readCommentFeed } from "@/lib/comments/thread/newest"
import { env } from "@/lib/env"
import { feedAuthorityIn, settingsIn } from "@/lib/settings/queries"

type CommentFeed = Awaited<ReturnType<typeof readCommentFeed>>

/** Answers with the newest comments as a feed: all of them, or those on one story. */
export function answerCommentFeed(
  { comments, stored }: CommentFeed,
  post?: { slug: string; title: string },
): Response {
  const { publicationName, language } = settingsIn(stored)
  const page = post ? `/posts/${post.slug}` : "/"
  const facts = {
    title: post ? `Comments on ${post.title}` : `Comments · ${publicationName}`,
    description: `What readers say ${post ? `about “${post.title}”` : `in ${publicationName}`}.`,
    language,
    siteUrl: env().SITE_URL,
    authority: feedAuthorityIn(stored),
    page: post ? `${page}#comments` : page,
    feed: post ? `${page}/comments/feed.xml` : "/comments/feed.xml",
  }
  const whole = comments.map((comment) => ({
    ...comment,
    html: commentFeedHtml(comment.body),
  }))
  return new Response(commentFeed(facts, whole), {
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
  })
}
