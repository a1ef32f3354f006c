import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Story } from "@/components/posts/story"
import { previewOf } from "@/components/previews/preview-of"
import { requireStaff } from "@/lib/auth/viewer"
import { getStory } from "@/lib/posts/desk-queries"
import { getSettings } from "@/lib/settings/queries"
import { rowNumber } from "@/lib/text/row-number"

type Props = { params: Promise<{ id: string }> }

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } }

/** A story for staff as readers will see it and nothing beside it: what the preview shows in frames of several widths. */
export default async function PreviewDocument({ params }: Props) {
  const staff = await requireStaff("posts.write-own")
  const id = rowNumber.safeParse((await params).id)
  const story = id.success ? await getStory(staff, id.data) : null
  if (!story) notFound()
  return <Story post={previewOf(story)} locale={await getSettings()} framed />
}
