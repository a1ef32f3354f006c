import { commentHtml } from "@/components/comments/comment-html"
import { Markup } from "@/components/ui/markup"
import type { Locale } from "@/lib/text/format-date"
import { html } from "@/lib/text/html"

type Props = {
  comment: Parameters<typeof commentHtml>[0]
  locale: Locale
  /** Where it stands in its conversation; without it there is no way back. */
  permalink?: string
}

/** One comment on a page of its own, with the way back to its conversation. */
export function CommentArticle({ comment, locale, permalink }: Props) {
  const back = permalink ? html`<a href="${permalink}">Back to the conversation</a>` : html``
  return <Markup className="thread" html={commentHtml(comment, { locale, permalink, actions: back })} />
}
