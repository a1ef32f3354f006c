import { Names } from "@/components/posts/names"
import { Portrait } from "@/components/posts/portrait"
import { Moment } from "@/components/site/moment"
import { commentCount } from "@/lib/comments/comment-count"
import { byPart, eachOnce, partWords, type StoryByline, writersOf } from "@/lib/posts/bylines"
import { formatDate, type Locale } from "@/lib/text/format-date"

type Props = {
  /** How many comments the thread below has; 0 also where none is shown. */
  comments?: number
  post: { publishedAt: Date; updatedAt: Date; bylines: StoryByline[] }
  locale: Locale
  dir?: "ltr" | "rtl" | undefined
}

/** An edit within this time of publishing is a last touch and no news. */
const lastTouches = 10 * 60 * 1000

/** More faces than these are a crowd. */
const mostFaces = 3

/** Who made a story, when, and when it was last changed. */
export function Byline({ post, locale, comments = 0, dir }: Props) {
  const { bylines, publishedAt, updatedAt } = post
  const updated = updatedAt.getTime() - publishedAt.getTime() > lastTouches
  const sameDay = formatDate(publishedAt, locale) === formatDate(updatedAt, locale)
  return (
    <div className="byline">
      <div className="portraits">
        {eachOnce(writersOf(bylines))
          .slice(0, mostFaces)
          .map((author) => (
            <Portrait key={author.slug} author={author} />
          ))}
      </div>
      <div dir={dir}>
        {byPart(bylines).map(([part, authors]) => (
          <p key={part}>
            {partWords[part].by} <Names authors={authors} language={locale.language} />
          </p>
        ))}
        <p className="text-ink-soft">
          <Moment date={publishedAt} locale={locale} />
        </p>
        {updated ? (
          <p className="text-ink-soft">
            Updated <Moment date={updatedAt} locale={locale} withTime={sameDay} />
          </p>
        ) : null}
        {comments > 0 ? (
          <p>
            <a href="#comments">{commentCount(comments)}</a>
          </p>
        ) : null}
      </div>
    </div>
  )
}
