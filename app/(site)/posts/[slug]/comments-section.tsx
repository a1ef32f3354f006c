import { CommentThread } from "@/components/comments/comment-thread"
import { ThreadOrders } from "@/components/comments/thread-orders"
import { ThreadPaging } from "@/components/comments/thread-paging"
import { commentCount } from "@/lib/comments/comment-count"
import { type ThreadOrder, threadPage } from "@/lib/comments/thread/pages"
import type { getThread } from "@/lib/comments/thread/queries"
import { modeOf } from "@/lib/settings/comment-modes"
import type { Settings } from "@/lib/settings/shape"
import { ReplyForm } from "./reply-form"

type Props = {
  post: Parameters<typeof ReplyForm>[0]["post"]
  thread: Awaited<ReturnType<typeof getThread>>
  page: number
  order: ThreadOrder
  settings: Settings
}

/** A page of the thread and the reply form, under a story or on a page of its own. */
export function CommentsSection({ post, thread, page, order, settings }: Props) {
  const { slug } = post
  const { count, conversations, pages, rows } = thread
  const address = threadPage(slug, page, order)
  return (
    <section id="comments" className="comments" aria-labelledby="comments-title">
      <div className="comments-head">
        <h2 id="comments-title">{count === 0 ? "No comments yet" : commentCount(count)}</h2>
        {count > 0 && modeOf(post, settings) !== "closed" ? <a href="#respond">Write a comment</a> : null}
      </div>
      {count > 0 && conversations > 1 ? <ThreadOrders slug={slug} order={order} /> : null}
      {rows.length > 0 ? <CommentThread rows={rows} slug={slug} locale={settings} page={address} /> : null}
      {rows.length === 0 && pages > 1 ? (
        <p className="mt-3 text-ink-soft">The comments on this page were removed.</p>
      ) : null}
      <ThreadPaging
        page={page}
        pages={pages}
        addressOf={(other) => threadPage(slug, other, order)}
        label="Pages of comments"
      />
      <ReplyForm post={post} settings={settings} page={threadPage(slug, page)} />
    </section>
  )
}
