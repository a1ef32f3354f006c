import { commentHtml } from "@/components/comments/comment-html"
import { Markup } from "@/components/ui/markup"
import { html } from "@/lib/html"

type Props = {
  comment: Parameters<typeof commentHtml>[0]
  language: string
  /** Where the conversation is that it belongs to; without it there is no way back. */
  page?: string
}

/** One comment on a page of its own, with the way back to its conversation. */
export function CommentArticle({ comment, language, page }: Props) {
  const back = page ? html`<a href="${page}#comment-${comment.id}">Back to the conversation</a>` : html``
  return <Markup className="thread" html={commentHtml(comment, { language, page, actions: back })} />
}
