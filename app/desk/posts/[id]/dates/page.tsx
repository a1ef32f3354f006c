import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DateForm } from "@/components/dates/date-form"
import { EmbargoNote } from "@/components/dates/dates-note"
import { EmbargoForm } from "@/components/dates/embargo-form"
import { NoticeForm } from "@/components/dates/notice-form"
import { Panel } from "@/components/desk/panel"
import { When } from "@/components/moderation/when"
import { StoryLinks } from "@/components/revisions/story-links"
import { requireStaff } from "@/lib/auth/viewer"
import { getDatedStory } from "@/lib/posts/dates/queries"
import { getSettings } from "@/lib/settings/queries"
import { localOf, turnOf } from "@/lib/text/local-moment"
import { rowNumber } from "@/lib/text/row-number"
import { setDateAction, setEmbargoAction, setNoticeAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Dates of a story" }

/** When readers may see a story and which date it bears, and what stands in its place. */
export default async function StoryDatesPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("posts.publish")
  const id = rowNumber.safeParse((await params).id)
  const [story, { timeZone }] = await Promise.all([
    id.success ? getDatedStory(staff, id.data) : null,
    getSettings(),
  ])
  if (!story) notFound()
  const isPublished = story.status === "published"
  const date = story.publishedAt ?? story.dateShown
  const field = (at: Date | null) => (at ? localOf(at, timeZone) : "")
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <header>
        <StoryLinks story={story} />
        <h1 className="font-headline text-3xl">Dates</h1>
        {story.publishAt ? (
          <p className="mt-2">
            Goes out on <When date={story.publishAt} />.
          </p>
        ) : null}
        <div className="mt-2 empty:hidden">
          <EmbargoNote until={story.embargoUntil} />
        </div>
      </header>
      <Panel title="Date">
        <DateForm
          action={setDateAction}
          post={story.id}
          date={field(date)}
          turn={date ? turnOf(date, timeZone) : undefined}
          wasPublished={story.publishedAt !== null}
        />
      </Panel>
      {isPublished ? null : (
        <Panel title="Embargo">
          <EmbargoForm
            action={setEmbargoAction}
            post={story.id}
            until={field(story.embargoUntil)}
            turn={story.embargoUntil ? turnOf(story.embargoUntil, timeZone) : undefined}
          />
        </Panel>
      )}
      {story.publishedAt ? (
        <Panel title={isPublished ? "Withdraw" : "In place of the story"}>
          <NoticeForm
            key={story.status}
            action={setNoticeAction}
            post={story.id}
            notice={story.withdrawalNotice}
            isPublished={isPublished}
          />
        </Panel>
      ) : null}
    </div>
  )
}
