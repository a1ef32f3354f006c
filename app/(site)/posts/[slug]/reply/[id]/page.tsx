import type { Metadata } from "next"
import { CommentArticle } from "@/components/comments/comment-article"
import { CommentForm } from "@/components/comments/comment-form"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { permalinkOf } from "@/lib/comments/thread/pages"
import { getReadableComment } from "@/lib/comments/thread/readable"
import { modeOf } from "@/lib/settings/comment-modes"
import { getSettings } from "@/lib/settings/queries"
import { postCommentAction } from "../../actions"
import { LostStory } from "../../lost-story"

type Props = { params: Promise<{ slug: string; id: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params
  const comment = await getReadableComment(slug, id)
  const title = comment ? `Leave a reply to ${comment.name}` : "Leave a reply"
  return { title, robots: { index: false } }
}

export default async function ReplyPage({ params }: Props) {
  const { slug, id } = await params
  const page = `/posts/${slug}/reply/${id}`
  const [comment, settings] = await Promise.all([getReadableComment(slug, id), getSettings()])
  if (!comment) return <LostStory slug={slug} rest={`/reply/${id}`} />

  const story = `/posts/${slug}`
  return (
    <div className="comment-page">
      <p className="font-ui text-sm text-ink-soft">
        To{" "}
        <b className="font-semibold text-ink" dir="auto">
          {comment.name}
        </b>
        , on <a href={story}>{comment.post.title}</a>
      </p>
      <CommentArticle comment={comment} locale={settings} permalink={permalinkOf({ ...comment, slug })} />
      <CommentForm
        action={postCommentAction}
        story={slug}
        page={page}
        replyTo={comment.id}
        made={formStamp()}
        closed={modeOf(comment.post, settings) === "closed" ? "Comments are closed." : undefined}
        asPage
      />
    </div>
  )
}
