import type { Metadata } from "next"
import { CommentArticle } from "@/components/comments/comment-article"
import { HouseRulesLink } from "@/components/comments/house-rules-link"
import { ReportForm } from "@/components/comments/report-form"
import { permalinkOf } from "@/lib/comments/thread/pages"
import { getReadableComment } from "@/lib/comments/thread/readable"
import { getHouseRules, getSettings } from "@/lib/settings/queries"
import { redirectOrNotFound } from "../../../../redirect-if-moved"
import { reportCommentAction } from "./actions"

type Props = { params: Promise<{ slug: string; id: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Report a comment", robots: { index: false } }

export default async function ReportPage({ params }: Props) {
  const { slug, id } = await params
  const [comment, settings, rules] = await Promise.all([
    getReadableComment(slug, id),
    getSettings(),
    getHouseRules(),
  ])
  if (!comment) return redirectOrNotFound("posts", slug, `/report/${id}`)
  return (
    <div className="comment-page">
      <h1>Report a comment</h1>
      <CommentArticle comment={comment} locale={settings} permalink={permalinkOf({ ...comment, slug })} />
      {rules ? (
        <p>
          <HouseRulesLink before="What may be said here is in our" after="." rules={rules} />
        </p>
      ) : null}
      <ReportForm action={reportCommentAction} comment={comment.id} page={`/posts/${slug}/report/${id}`} />
    </div>
  )
}
