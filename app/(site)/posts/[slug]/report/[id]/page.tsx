import type { Metadata } from "next"
import { CommentArticle } from "@/components/comments/comment-article"
import { ReportForm } from "@/components/comments/report-form"
import { permalinkOf } from "@/lib/comments/thread/pages"
import { getReadableComment } from "@/lib/comments/thread/readable"
import { getSettings } from "@/lib/settings/queries"
import { redirectOrNotFound } from "../../redirect-if-moved"
import { reportCommentAction } from "./actions"

type Props = { params: Promise<{ slug: string; id: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Report a comment", robots: { index: false } }

export default async function ReportPage({ params }: Props) {
  const { slug, id } = await params
  const [comment, settings] = await Promise.all([getReadableComment(slug, id), getSettings()])
  if (!comment) return redirectOrNotFound(slug, `/report/${id}`)
  return (
    <div className="comment-page">
      <h1>Report a comment</h1>
      <CommentArticle comment={comment} locale={settings} permalink={permalinkOf({ ...comment, slug })} />
      <ReportForm action={reportCommentAction} comment={comment.id} page={`/posts/${slug}/report/${id}`} />
    </div>
  )
}
