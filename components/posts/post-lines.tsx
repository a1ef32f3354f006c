import { PostCard } from "@/components/posts/post-card"
import type { PostSummary } from "@/components/posts/types"
import type { Locale } from "@/lib/text/format-date"

type Props = { posts: PostSummary[]; locale: Locale; listOf?: string; heading?: "h2" | "h3" }

/** Stories one after another, two abreast where there is room. */
export function PostLines({ posts, locale, listOf, heading = "h2" }: Props) {
  if (posts.length === 0) return null
  return (
    <div className="lines">
      {posts.map((post) => (
        <PostCard key={post.id} post={post} locale={locale} heading={heading} listOf={listOf} />
      ))}
    </div>
  )
}
