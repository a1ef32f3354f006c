import { commentFeedHtml } from "@/components/comments/comment-html"
import { commentFeed } from "@/lib/comments/thread/feed"
import { listNewestComments } from "@/lib/comments/thread/newest"
import { env } from "@/lib/env"
import { feedAuthorityIn, getStoredSettings, settingsIn } from "@/lib/settings/queries"

/** Answers with the newest comments as a feed: all of them, or those on one story. */
export async function answerCommentFeed(post?: {
  id: number
  slug: string
  title: string
}): Promise<Response> {
  const [comments, stored] = await Promise.all([listNewestComments(post?.id), getStoredSettings()])
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
