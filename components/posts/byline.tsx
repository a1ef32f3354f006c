import { Portrait } from "@/components/posts/portrait"
import type { Profile } from "@/components/posts/types"
import { Moment } from "@/components/site/moment"
import { commentCount } from "@/lib/comments/comment-count"
import { textDirection } from "@/lib/text/direction"
import { formatDate, type Locale } from "@/lib/text/format-date"

type Props = {
  /** How many comments the thread below has; 0 also where none is shown. */
  comments?: number
  post: { publishedAt: Date; updatedAt: Date; author: Omit<Profile, "title" | "bio"> }
  locale: Locale
}

/** An edit within this time of publishing is a last touch and no news. */
const lastTouches = 10 * 60 * 1000

/** Who wrote a story, when, and when it was last changed. */
export function Byline({ post, locale, comments = 0 }: Props) {
  const { author, publishedAt, updatedAt } = post
  const updated = updatedAt.getTime() - publishedAt.getTime() > lastTouches
  const sameDay = formatDate(publishedAt, locale) === formatDate(updatedAt, locale)
  return (
    <div className="byline">
      <Portrait author={author} />
      {/* These words are the publication's, whichever way the story runs. */}
      <div dir={textDirection(locale.language)}>
        <p>
          Posted by{" "}
          <a href={`/authors/${author.slug}`} rel="author" dir="auto">
            {author.name}
          </a>
        </p>
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
