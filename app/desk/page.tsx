import type { Metadata } from "next"
import { OverdueStories } from "@/components/dates/overdue-stories"
import { countText } from "@/components/desk/count-text"
import { DecisionList } from "@/components/desk/decision-list"
import { type Figure, FigureList } from "@/components/desk/figure-list"
import { Panel } from "@/components/desk/panel"
import { StoryList } from "@/components/desk/story-list"
import { buttonClass } from "@/components/ui/button"
import { listLatestDecisions } from "@/lib/audit/log/queries"
import { may, type Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { countErrorReports } from "@/lib/corrections/queries"
import {
  listApprovedStories,
  listLatelyPublished,
  listOverdueWork,
  listOwnDrafts,
  listSentBackStories,
  listStoriesInReview,
  listWaitingQueues,
  type WaitingQueue,
} from "@/lib/desk/queries"
import { overdueSentences } from "@/lib/jobs/messages"
import { countLimit } from "@/lib/moderation/queue/counts"
import { countNewSubscribers, newestCounted } from "@/lib/newsletter/queries"
import { getCheckedPrivacy } from "@/lib/pages/desk-queries"
import { countStories, mostCounted } from "@/lib/posts/count-stories"
import { listOverdueStories } from "@/lib/posts/dates/queries"
import { timeAgo } from "@/lib/text/time-ago"
import { FirstRunList, SiteHealthPanel } from "./first-run"
import { PrivacyNote } from "./pages/privacy-note"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Today" }

/** What wants attention today, for this person's roles. */
export default async function DeskPage() {
  const staff = await requireStaff()
  return (
    <div className="max-w-5xl">
      <div className="mb-5 flex min-h-9 flex-wrap items-center justify-between gap-3">
        <h1 className="font-headline text-3xl">Today</h1>
        {may(staff, "posts.write-own") ? (
          <a href="/desk/posts/new" className={buttonClass({ small: true, look: "secondary" })}>
            New story
          </a>
        ) : null}
      </div>
      <OverdueNote staff={staff} />
      <OverdueStories stories={await listOverdueStories(staff)} />
      <PrivacyReminder staff={staff} />
      <FirstRunList staff={staff} />
      <FigureList figures={await figuresFor(staff)} />
      <div className="gap-x-10 *:mb-8 *:break-inside-avoid *:only:[column-span:all] lg:columns-2">
        {may(staff, "comments.moderate") ? <Decisions staff={staff} /> : null}
        {may(staff, "posts.write-own") ? (
          <>
            <StoriesToDo staff={staff} />
            <StoriesOut staff={staff} />
          </>
        ) : null}
        <SiteHealthPanel staff={staff} />
      </div>
    </div>
  )
}

async function OverdueNote({ staff }: { staff: Staff }) {
  return overdueSentences(await listOverdueWork(staff)).map((sentence) => (
    <p key={sentence} role="status" className="mb-5 border-s-4 border-danger bg-raised px-4 py-3 text-sm">
      {sentence}
    </p>
  ))
}

/** Editors begin their day here and seldom open the list of pages. */
async function PrivacyReminder({ staff }: { staff: Staff }) {
  const page = await getCheckedPrivacy(staff)
  return page ? (
    <div className="mb-5 empty:hidden">
      <PrivacyNote page={page} />
    </div>
  ) : null
}

async function figuresFor(staff: Staff): Promise<Figure[]> {
  const [queues, inReview, errors, signUps] = await Promise.all([
    listWaitingQueues(staff),
    may(staff, "posts.publish") ? countStories(staff).then(({ in_review }) => in_review) : null,
    countErrorReports(staff, mostCounted),
    countNewSubscribers(staff),
  ])
  const figures: Figure[] = queues.map(({ queue, count, oldest }) => ({
    key: queue,
    label: queueLabels[queue],
    count: countText(count, countLimit),
    waits: count > 0,
    note: oldest ? `oldest ${timeAgo(oldest)}` : "",
    href: `/desk/comments?status=${queue}`,
  }))
  if (inReview !== null) {
    figures.push({
      key: "review",
      label: "To review",
      count: countText(inReview, mostCounted),
      waits: inReview > 0,
      note: "",
      href: "/desk/posts?status=in_review",
    })
  }
  if (errors !== null) {
    figures.push({
      key: "errors",
      label: "Errors reported",
      count: countText(errors.count, mostCounted),
      waits: errors.count > 0,
      note: errors.oldest ? `oldest ${timeAgo(errors.oldest)}` : "",
      href: "/desk/corrections",
    })
  }
  if (signUps !== null) {
    const count = countText(signUps, newestCounted)
    figures.push({ key: "sign-ups", label: "New subscribers", count, waits: false, note: "in seven days" })
  }
  return figures
}

const queueLabels: Record<WaitingQueue["queue"], string> = {
  waiting: "Comments waiting",
  reported: "Reported",
  appeals: "Appeals",
}

/** An editor reads what others hand in; a writer waits for one who does. */
function reviewTitle(staff: Staff): string {
  return may(staff, "posts.publish") ? "To review" : "With an editor"
}

async function StoriesToDo({ staff }: { staff: Staff }) {
  const [sentBack, inReview, approved, drafts] = await Promise.all([
    listSentBackStories(staff),
    listStoriesInReview(staff),
    listApprovedStories(staff),
    listOwnDrafts(staff),
  ])
  return (
    <>
      {sentBack.length > 0 ? (
        <Panel title="Sent back to you">
          <StoryList stories={sentBack} empty="" />
        </Panel>
      ) : null}
      <Panel title={reviewTitle(staff)}>
        <StoryList stories={inReview} empty="Nothing waits for review." />
      </Panel>
      {approved.length > 0 ? (
        <Panel title="Approved, not out yet">
          <StoryList stories={approved} empty="" />
        </Panel>
      ) : null}
      <Panel title="Your drafts">
        <StoryList stories={drafts} empty="You have no unfinished story." />
      </Panel>
    </>
  )
}

async function StoriesOut({ staff }: { staff: Staff }) {
  const stories = await listLatelyPublished(staff)
  const seesAll = may(staff, "posts.edit-all")
  return (
    <Panel title={seesAll ? "Recently published" : "Your published stories"}>
      <StoryList stories={stories} empty="Nothing is published yet." />
    </Panel>
  )
}

async function Decisions({ staff }: { staff: Staff }) {
  return (
    <Panel
      title="Latest decisions"
      aside={
        <a href="/desk/log" className="text-sm text-ink-soft hover:text-ink">
          The log
        </a>
      }
    >
      <DecisionList entries={await listLatestDecisions(staff, 6)} />
    </Panel>
  )
}
