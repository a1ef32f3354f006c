import { PostCard } from "@/components/posts/post-card"
import type { PostSummary } from "@/components/posts/types"

type Props = { posts: PostSummary[]; language: string; author?: boolean }

/** Stories one after another, two abreast where there is room. */
export function PostLines({ posts, language, author }: Props) {
  if (posts.length === 0) return null
  return (
    <div className="lines">
      {posts.map((post) => (
        <PostCard key={post.id} post={post} language={language} heading="h2" author={author} />
      ))}
    </div>
  )
}
