import { Byline } from "@/components/posts/byline"
import { Kicker } from "@/components/posts/kicker"
import { PostPicture } from "@/components/posts/post-picture"
import { RichText } from "@/components/posts/rich-text"
import { TagList } from "@/components/posts/tag-list"
import type { PostSummary } from "@/components/posts/types"

type Props = {
  post: Omit<PostSummary, "author" | "commentCount"> & {
    body: unknown
    updatedAt: Date
    author: { slug: string; name: string; picture: string }
  }
  language: string
}

/** A story from its kicker to its tags; the desk's preview shows the same. */
export function Story({ post, language }: Props) {
  return (
    <>
      <header className="story-head">
        <Kicker tags={post.tags} />
        <h1 className="text-title text-balance" dir="auto">
          {post.title}
        </h1>
        {post.standfirst ? (
          <p className="standfirst" dir="auto">
            {post.standfirst}
          </p>
        ) : null}
      </header>
      <div className="story-aside">
        <Byline post={post} language={language} />
      </div>
      {post.picture ? (
        <div className="story-picture">
          <PostPicture src={post.picture} alt={post.pictureAlt} eager />
        </div>
      ) : null}
      <div className="story-body prose" dir="auto">
        <RichText body={post.body} />
      </div>
      <div className="story-foot">
        <TagList tags={post.tags} />
      </div>
    </>
  )
}
