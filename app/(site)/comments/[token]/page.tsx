import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CommentArticle } from "@/components/comments/comment-article"
import { CommentState } from "@/components/comments/comment-state"
import { DeleteForm } from "@/components/comments/delete-form"
import { EditForm } from "@/components/comments/edit-form"
import { permalink } from "@/lib/comments/addresses"
import { getOwnComment } from "@/lib/comments/own-comment"
import { ownStateOf } from "@/lib/comments/own-state"
import { canEdit, editMinutes } from "@/lib/comments/policy"
import { getSettings } from "@/lib/settings/queries"
import { readToken } from "@/lib/signed-token"
import { deleteCommentAction, editCommentAction } from "./actions"

type Props = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

/** The address is the key to the comment: it is told to nobody, neither search engines nor other sites. */
export const metadata: Metadata = {
  title: "Your comment",
  robots: { index: false, follow: false },
  // Not "no-referrer": browsers then post forms with `Origin: null`, which is refused as foreign.
  referrer: "same-origin",
}

/** The author's own page for one comment. */
export default async function OwnCommentPage({ params }: Props) {
  const { token } = await params
  const id = readToken("comment-token", token)
  const [comment, { language }] = await Promise.all([id && getOwnComment(id), getSettings()])
  if (!comment) notFound()

  const { post } = comment
  const state = ownStateOf(comment)
  const page = `/comments/${token}`
  return (
    <div className="comment-page">
      <h1>Your comment</h1>
      <CommentState state={state}>
        {state.kind === "shown" ? (
          <a href={permalink(post.slug, comment.id)}>See it on the page</a>
        ) : (
          post.published && <a href={`/posts/${post.slug}`}>Back to “{post.title}”</a>
        )}
      </CommentState>
      {state.kind === "deleted" ? null : (
        <>
          <CommentArticle comment={comment} language={language} />
          <EditForm
            action={editCommentAction}
            token={token}
            page={page}
            text={comment.body}
            minutes={editMinutes}
            open={post.published && canEdit(comment)}
          />
          <DeleteForm action={deleteCommentAction} token={token} />
        </>
      )}
    </div>
  )
}
