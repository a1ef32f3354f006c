import { CommentForm } from "@/components/comments/comment-form"
import { CommentThread } from "@/components/comments/comment-thread"
import { formStamp } from "@/lib/comments/form-stamp"
import { getThread } from "@/lib/comments/queries"
import { countShown } from "@/lib/comments/thread"
import { getSettings } from "@/lib/settings/queries"
import { postCommentAction } from "./actions"

type Props = { post: { id: number; slug: string; closed: boolean } }

/** The thread and the reply form under a story. */
export async function CommentsSection({ post }: Props) {
  const [{ rows, more }, { language }] = await Promise.all([getThread(post.id), getSettings()])
  return (
    <section id="comments" className="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{heading(countShown(rows), more)}</h2>
      {rows.length > 0 ? <CommentThread rows={rows} slug={post.slug} language={language} /> : null}
      {rows.length === 0 && !post.closed ? (
        <p className="mt-3 text-ink-soft">Nobody has replied yet.</p>
      ) : null}
      {more ? <p className="mt-6 text-ink-soft">Later comments are not shown on this page.</p> : null}
      <CommentForm
        action={postCommentAction}
        story={post.slug}
        page={`/posts/${post.slug}`}
        made={formStamp()}
        closed={post.closed ? "Comments are closed." : undefined}
      />
    </section>
  )
}

function heading(count: number, more: boolean): string {
  if (more) return `More than ${count} comments`
  if (count === 0) return "No comments yet"
  return count === 1 ? "1 comment" : `${count} comments`
}
