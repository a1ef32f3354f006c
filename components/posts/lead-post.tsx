import { PictureCaption } from "@/components/media/picture-caption"
import { Kicker } from "@/components/posts/kicker"
import { PostMeta } from "@/components/posts/post-meta"
import { hasPicture, PostPicture } from "@/components/posts/post-picture"
import type { PostSummary } from "@/components/posts/types"
import { directionOf } from "@/lib/text/direction"
import type { Locale } from "@/lib/text/format-date"

/** The story that opens the front page. */
export function LeadPost({ post, locale }: { post: PostSummary; locale: Locale }) {
  const pictured = hasPicture(post)
  return (
    <article className={pictured ? "lead lead-pictured" : "lead"} dir={directionOf(post.title)}>
      <div className="lead-words">
        <Kicker tags={post.tags} />
        <h2 className="text-display text-balance" dir="auto">
          <a href={`/posts/${post.slug}`} className="headline-link">
            {post.title}
          </a>
        </h2>
        <p className="standfirst" dir="auto">
          {post.standfirst}
        </p>
        <PostMeta post={post} locale={locale} />
      </div>
      {pictured ? (
        <figure className="lead-picture">
          <PostPicture post={post} shape="lead" alt="" eager />
          <PictureCaption credit={post.lead?.credit} />
        </figure>
      ) : null}
    </article>
  )
}
