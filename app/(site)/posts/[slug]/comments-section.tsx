import { CommentForm } from "@/components/comments/comment-form"
import { CommentThread } from "@/components/comments/comment-thread"
import { ThreadOrders } from "@/components/comments/thread-orders"
import { ThreadPaging } from "@/components/comments/thread-paging"
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
      <h2 id="comments-title">{heading(count)}</h2>
      {count > 0 && conversations > 1 ? <ThreadOrders slug={slug} order={order} /> : null}
      {rows.length > 0 ? (
        <CommentThread rows={rows} slug={slug} locale={locale} page={address} />
      ) : (
        <NothingHere gone={pages > 1} closed={closed} />
      )}
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

function NothingHere({ gone, closed }: { gone: boolean; closed: boolean }) {
  if (gone) return <p className="mt-3 text-ink-soft">The comments on this page were removed.</p>
  return closed ? null : <p className="mt-3 text-ink-soft">Nobody has replied yet.</p>
}

function heading(count: number): string {
  if (count === 0) return "No comments yet"
  return count === 1 ? "1 comment" : `${count} comments`
}
