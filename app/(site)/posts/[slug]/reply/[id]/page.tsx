import type { Metadata } from "next"
import { CommentArticle } from "@/components/comments/comment-article"
import { permalinkOf } from "@/lib/comments/thread/pages"
import { getReadableComment } from "@/lib/comments/thread/readable"
import { getSettings } from "@/lib/settings/queries"
import { LostStory } from "../../lost-story"
import { ReplyForm } from "../../reply-form"

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
        , on{" "}
        <a href={story} dir="auto">
          {comment.post.title}
        </a>
      </p>
      <CommentArticle comment={comment} locale={settings} permalink={permalinkOf({ ...comment, slug })} />
      <ReplyForm
        post={{ ...comment.post, slug }}
        settings={settings}
        page={page}
        replyTo={comment.id}
        asPage
      />
    </div>
  )
}
