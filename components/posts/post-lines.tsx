import { PostCard } from "@/components/posts/post-card"
import type { PostSummary } from "@/components/posts/types"

/** Stories one after another, two abreast where there is room. */
export function PostLines({ posts, language }: { posts: PostSummary[]; language: string }) {
  if (posts.length === 0) return null
  return (
    <div className="lines">
      {posts.map((post) => (
        <PostCard key={post.id} post={post} language={language} heading="h2" />
      ))}
    </div>
  )
}
