import { CommentForm } from "@/components/comments/comment-form"
import { CommentThread } from "@/components/comments/comment-thread"
import { ThreadOrders } from "@/components/comments/thread-orders"
import { ThreadPaging } from "@/components/comments/thread-paging"
import { commentCount } from "@/lib/comments/comment-count"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { type ThreadOrder, threadPage } from "@/lib/comments/thread/pages"
import type { getThread } from "@/lib/comments/thread/queries"
import type { Locale } from "@/lib/text/format-date"
import { postCommentAction } from "./actions"

type Props = {
  slug: string
  thread: Awaited<ReturnType<typeof getThread>>
  page: number
  order: ThreadOrder
  closed: boolean
  locale: Locale
}

/** A page of the thread and the reply form, under a story or on a page of its own. */
export function CommentsSection({ slug, thread, page, order, closed, locale }: Props) {
  const { count, conversations, pages, rows } = thread
  const address = threadPage(slug, page, order)
  return (
    <section id="comments" className="comments" aria-labelledby="comments-title">
      <div className="comments-head">
        <h2 id="comments-title">{count === 0 ? "No comments yet" : commentCount(count)}</h2>
        {count > 0 && !closed ? <a href="#respond">Write a comment</a> : null}
      </div>
      {count > 0 && conversations > 1 ? <ThreadOrders slug={slug} order={order} /> : null}
      {rows.length > 0 ? <CommentThread rows={rows} slug={slug} locale={locale} page={address} /> : null}
      {rows.length === 0 && pages > 1 ? (
        <p className="mt-3 text-ink-soft">The comments on this page were removed.</p>
      ) : null}
      <ThreadPaging
        page={page}
        pages={pages}
        addressOf={(other) => threadPage(slug, other, order)}
        label="Pages of comments"
      />
      <CommentForm
        action={postCommentAction}
        story={slug}
        page={threadPage(slug, page)}
        made={formStamp()}
        closed={closed ? "Comments are closed." : undefined}
      />
    </section>
  )
}
