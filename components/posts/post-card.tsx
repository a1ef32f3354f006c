import { PictureCaption } from "@/components/media/picture-caption"
import type { Shape } from "@/components/media/picture-frame"
import { Kicker } from "@/components/posts/kicker"
import { PostMeta } from "@/components/posts/post-meta"
import { hasPicture, PostPicture } from "@/components/posts/post-picture"
import type { PostSummary } from "@/components/posts/types"
import { directionOf } from "@/lib/text/direction"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  post: PostSummary
  locale: Locale
  /** Whether the picture is shown large above the words, or small beside them. */
  look?: "feature" | "line"
  /** How wide the picture is, where that is not as usual for its look. */
  shape?: Shape
  heading?: "h2" | "h3"
  /** The author whose list it is in. */
  listOf?: string
}

/** A story in a list. Its headline is the one link to it and covers the whole card. */
export function PostCard({
  post,
  locale,
  look = "line",
  shape = look,
  heading: Heading = "h3",
  listOf,
}: Props) {
  return (
    <article className={`card card-${look}`} dir={directionOf(post.title)}>
      {hasPicture(post) ? (
        <figure className="card-picture">
          <PostPicture post={post} shape={shape} alt="" />
          {look === "feature" ? <PictureCaption credit={post.lead?.credit} /> : null}
        </figure>
      ) : null}
      <div className="card-words">
        <Kicker tags={post.tags} />
        <Heading dir="auto">
          <a href={`/posts/${post.slug}`} className="headline-link">
            {post.title}
          </a>
        </Heading>
        <p className="card-standfirst" dir="auto">
          {post.standfirst}
        </p>
        <PostMeta post={post} locale={locale} listOf={listOf} />
      </div>
    </article>
  )
}
