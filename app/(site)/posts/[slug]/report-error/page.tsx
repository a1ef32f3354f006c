import type { Metadata } from "next"
import { ErrorReportForm } from "@/components/corrections/error-report-form"
import { getPost } from "@/lib/posts/queries"
import { redirectOrNotFound } from "../../../redirect-if-moved"
import { reportErrorAction } from "./actions"

type Props = { params: Promise<{ slug: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Something wrong here?", robots: { index: false } }

export default async function ReportErrorPage({ params }: Props) {
  const { slug } = await params
  const post = await getPost(slug)
  if (!post) return redirectOrNotFound("posts", slug, "/report-error")
  return (
    <div className="comment-page">
      <h1>Something wrong here?</h1>
      <p>
        In{" "}
        <a href={`/posts/${slug}`} dir="auto">
          {post.title}
        </a>
      </p>
      <ErrorReportForm action={reportErrorAction} story={slug} />
    </div>
  )
}
