import type { PostSummary } from "@/components/posts/types"
import { Moment } from "@/components/site/moment"

/** Who, when, and how many have answered: the small line under a headline in a list. */
export function PostMeta({ post, language }: { post: PostSummary; language: string }) {
  return (
    <p className="meta">
      <a href={`/authors/${post.author.slug}`} dir="auto">
        {post.author.name}
      </a>
      <Moment date={post.publishedAt} language={language} />
      {post.commentCount > 0 ? (
        <a href={`/posts/${post.slug}#comments`}>
          {post.commentCount === 1 ? "1 comment" : `${post.commentCount} comments`}
        </a>
      ) : null}
    </p>
  )
}
