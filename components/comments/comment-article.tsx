import { commentHtml } from "@/components/comments/comment-html"
import { Markup } from "@/components/ui/markup"
import { html } from "@/lib/html"

type Props = {
  comment: Parameters<typeof commentHtml>[0]
  language: string
  /** Where it stands in its conversation; without it there is no way back. */
  permalink?: string
}

/** One comment on a page of its own, with the way back to its conversation. */
export function CommentArticle({ comment, language, permalink }: Props) {
  const back = permalink ? html`<a href="${permalink}">Back to the conversation</a>` : html``
  return <Markup className="thread" html={commentHtml(comment, { language, permalink, actions: back })} />
}
