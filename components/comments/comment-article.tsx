import type { ReactNode } from "react"
import { CommentBody } from "@/components/comments/comment-body"
import { formatDate } from "@/lib/format-date"

type Props = {
  comment: { id: number; name: string; website: string; body: string; createdAt: Date }
  language: string
  /** Where its permalink leads; on its own page the mark alone is enough. */
  page?: string
  /** Set where the place on the page does not show it: whom this one answers. */
  answers?: ReactNode
  /** What can be done with it. */
  children?: ReactNode
}

/**
 * One comment. There are hundreds on a page, so it is plain elements without classes; `comments.css` styles
 * them by their place: who and when first, what can be done last.
 */
export function CommentArticle({ comment, language, page = "", answers, children }: Props) {
  const { id, name, website, body, createdAt } = comment
  return (
    <article id={`comment-${id}`}>
      <p>
        <b id={`c${id}`} dir="auto">
          {website ? (
            <a href={website} rel="nofollow ugc noopener">
              {name}
            </a>
          ) : (
            name
          )}
        </b>{" "}
        <a href={`${page}#comment-${id}`}>
          <time
            dateTime={toTheMinute(createdAt)}
          >{`${formatDate(createdAt, language, { withTime: true })} UTC`}</time>
        </a>
        {answers}
      </p>
      <CommentBody text={body} />
      <p>{children}</p>
    </article>
  )
}

function toTheMinute(date: Date): string {
  return `${date.toISOString().slice(0, 16)}Z`
}
