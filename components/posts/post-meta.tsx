import type { PostSummary } from "@/components/posts/types"
import { Moment } from "@/components/site/moment"
import { commentCount } from "@/lib/comments/comment-count"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  post: PostSummary
  locale: Locale
  /** Off in an author's own list, where every line would say the same. */
  author?: boolean
}

/** Who, when, and how many have answered: the small line under a headline in a list. */
export function PostMeta({ post, locale, author = true }: Props) {
  return (
    <p className="meta">
      {author ? (
        <a href={`/authors/${post.author.slug}`} className="text-ink" dir="auto">
          {post.author.name}
        </a>
      ) : null}
      <Moment date={post.publishedAt} locale={locale} />
      {post.commentCount > 0 ? (
        <a href={`/posts/${post.slug}#comments`}>{commentCount(post.commentCount)}</a>
      ) : null}
    </p>
  )
}
