import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Story } from "@/components/posts/story"
import { previewOf } from "@/components/previews/preview-of"
import { StoryFaces } from "@/components/previews/story-faces"
import { WidthFrame, WidthLinks, widthOf } from "@/components/previews/width-preview"
import { requireStaff } from "@/lib/auth/viewer"
import { env } from "@/lib/env"
import { getSitePicture } from "@/lib/media/queries"
import { type DeskStory, getStory } from "@/lib/posts/desk-queries"
import { summary } from "@/lib/posts/summary"
import { getSettings } from "@/lib/settings/queries"
import { formatDate, type Locale } from "@/lib/text/format-date"
import { rowNumber } from "@/lib/text/row-number"

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ width?: string | string[] }>
}

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } }

/** A story as readers will see it, for staff. It lies in `(site)` to have the readers' layout. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const staff = await requireStaff("posts.write-own")
  const id = rowNumber.safeParse((await params).id)
  const story = id.success ? await getStory(staff, id.data) : null
  if (!story) notFound()
  const [settings, sitePicture] = await Promise.all([getSettings(), getSitePicture("social")])
  const post = previewOf(story)
  const path = `/desk/posts/${story.id}/preview`
  const width = widthOf((await searchParams).width)
  return (
    <>
      <p className="preview-note border-s-4 border-accent bg-raised px-4 py-3 font-ui text-sm" role="note">
        Preview, for staff only. {whoSees(story)} {embargo(story, settings)}
        <a href={`/desk/posts/${story.id}`}>Back to the editor</a>{" "}
        <a href={`/desk/posts/${story.id}/share`}>Share a preview</a> <a href="/">View site</a>
      </p>
      <WidthLinks path={path} width={width} />
      {width ? (
        <>
          {/* The story's own heading is in the frame. */}
          <h1 className="sr-only">Preview of “{story.title}”</h1>
          <WidthFrame path={path} width={width} />
        </>
      ) : (
        <Story post={post} locale={settings} />
      )}
      <StoryFaces
        post={{ ...post, commentCount: 0 }}
        summary={summary(story)}
        locale={settings}
        sitePicture={sitePicture}
        siteUrl={env().SITE_URL}
      />
    </>
  )
}

/** Said on every preview, since it is what people copy from. */
function embargo({ embargoUntil }: DeskStory, locale: Locale) {
  if (!embargoUntil || embargoUntil <= new Date()) return null
  return (
    <strong>
      Embargoed until {formatDate(embargoUntil, { ...locale, language: "en" }, { withTime: true })} (
      {locale.timeZone.replaceAll("_", " ")}).{" "}
    </strong>
  )
}

function whoSees({ status, unseen }: DeskStory): string {
  if (unseen) return "Readers do not see these changes yet."
  return status === "published" ? "Readers see this version." : "Readers do not see this story."
}
