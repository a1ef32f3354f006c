import { Names } from "@/components/posts/names"
import type { PostSummary } from "@/components/posts/types"
import { Moment } from "@/components/site/moment"
import { commentCount } from "@/lib/comments/comment-count"
import { byPart, partWords } from "@/lib/posts/bylines"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  post: PostSummary
  locale: Locale
  /** The slug of the author whose list it is: of theirs alone every line would say the same. */
  listOf?: string
}

/** Who, when, and how many have answered: the small line under a headline in a list. */
export function PostMeta({ post, locale, listOf }: Props) {
  const { language } = locale
  const alone = post.bylines.every(({ slug, part }) => slug === listOf && part === "words")
  return (
    <p className="meta">
      {alone
        ? null
        : byPart(post.bylines).map(([part, authors], at) => (
            <span key={part}>
              {/* Who wrote it needs no word. */}
              {at === 0 && part === "words" ? null : `${partWords[part].by} `}
              <Names authors={authors} language={language} className="text-ink" />
            </span>
          ))}
      <Moment date={post.publishedAt} locale={locale} />
      {post.commentCount > 0 ? (
        <a href={`/posts/${post.slug}#comments`}>{commentCount(post.commentCount)}</a>
      ) : null}
    </p>
  )
}
