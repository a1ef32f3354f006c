import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CorrectionForm } from "@/components/corrections/correction-form"
import { ErrorReportList } from "@/components/corrections/error-report-list"
import { ToldList } from "@/components/corrections/told-list"
import { Panel } from "@/components/desk/panel"
import { StoryLinks } from "@/components/revisions/story-links"
import { requireStaff } from "@/lib/auth/viewer"
import { getCorrectedStory, listErrorReports } from "@/lib/corrections/queries"
import { getSettings } from "@/lib/settings/queries"
import { rowNumber } from "@/lib/text/row-number"
import {
  addCorrectionAction,
  closeErrorReportAction,
  removeCorrectionAction,
} from "../../../corrections/actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Corrections of a story" }

/** What readers of one story are told of its mistakes. */
export default async function StoryCorrectionsPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("posts.publish")
  const id = rowNumber.safeParse((await params).id)
  const [story, reports, settings] = await Promise.all([
    id.success ? getCorrectedStory(staff, id.data) : null,
    id.success ? listErrorReports(staff, id.data) : [],
    getSettings(),
  ])
  if (!story) notFound()
  const isPublished = story.status === "published"
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <header className="wrap-anywhere">
        <StoryLinks story={story} />
        <h1 className="font-headline text-3xl">Corrections</h1>
        <p className="mt-1 text-sm text-ink-soft">
          {isPublished
            ? "Change the words in the story first. Here you tell readers that you did."
            : "Readers do not see this story, so there is nobody to tell."}
        </p>
      </header>
      {isPublished ? (
        <CorrectionForm action={addCorrectionAction} post={story.id} count={story.told.length} />
      ) : null}
      {reports.length > 0 ? (
        <Panel title="From readers">
          <ErrorReportList action={closeErrorReportAction} reports={reports} locale={settings} />
        </Panel>
      ) : null}
      <Panel title="What readers are told">
        <ToldList action={removeCorrectionAction} told={story.told} locale={settings} />
      </Panel>
      {isPublished ? (
        <p className="text-sm">
          <a href={`/posts/${story.slug}`} className="text-accent underline underline-offset-2">
            See the story
          </a>
        </p>
      ) : null}
    </div>
  )
}
