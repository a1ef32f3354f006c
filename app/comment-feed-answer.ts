import { commentParagraphs } from "@/components/comments/comment-html"
import { commentFeed } from "@/lib/comments/thread/feed"
import { listNewestComments } from "@/lib/comments/thread/newest"
import { env } from "@/lib/env"
import { getSettings } from "@/lib/settings/queries"
import { html } from "@/lib/text/html"

/** Answers with the newest comments as a feed: all of them, or those on one story. */
export async function answerCommentFeed(post?: {
  id: number
  slug: string
  title: string
}): Promise<Response> {
  const [comments, { publicationName, language }] = await Promise.all([
    listNewestComments(post?.id),
    getSettings(),
  ])
  const page = post ? `/posts/${post.slug}` : "/"
  const facts = {
    title: post ? `Comments on ${post.title}` : `Comments · ${publicationName}`,
    description: `What readers say ${post ? `about “${post.title}”` : `in ${publicationName}`}.`,
    language,
    siteUrl: env().SITE_URL,
    page: post ? `${page}#comments` : page,
    feed: post ? `${page}/comments/feed.xml` : "/comments/feed.xml",
  }
  const whole = comments.map((comment) => ({
    ...comment,
    html: html`${commentParagraphs(comment.body)}`.toString(),
  }))
  return new Response(commentFeed(facts, whole), {
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
  })
}
