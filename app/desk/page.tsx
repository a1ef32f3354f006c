import type { Metadata } from "next"
import { Panel } from "@/components/desk/panel"
import { StoryList } from "@/components/desk/story-list"
import { WaitingComments } from "@/components/desk/waiting-comments"
import { buttonClass } from "@/components/ui/button"
import { may, type Staff } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import {
  countWaitingComments,
  listLatelyPublished,
  listOwnDrafts,
  listStoriesInReview,
  mostCounted,
  oldestWaitingComment,
} from "@/lib/desk/queries"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Today" }

/** What wants attention today, for this person's roles. */
export default async function DeskPage() {
  const staff = await requireStaff()
  return (
    <div className="max-w-5xl">
      <div className="mb-6 flex min-h-9 flex-wrap items-center justify-between gap-3">
        <h1 className="font-headline text-3xl">Today</h1>
        {may(staff, "posts.write-own") ? (
          <a href="/desk/posts/new" className={buttonClass({ small: true, look: "secondary" })}>
            New story
          </a>
        ) : null}
      </div>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <div className="flex flex-col gap-8">
          {may(staff, "comments.moderate") ? <CommentsToday staff={staff} /> : null}
          {may(staff, "posts.write-own") ? <StoriesToDo staff={staff} /> : null}
        </div>
        {may(staff, "posts.write-own") ? <StoriesOut staff={staff} /> : null}
      </div>
    </div>
  )
}

async function CommentsToday({ staff }: { staff: Staff }) {
  const [count, oldest] = await Promise.all([countWaitingComments(staff), oldestWaitingComment(staff)])
  return (
    <Panel title="Comments">
      <WaitingComments count={count} most={mostCounted} oldest={oldest} />
    </Panel>
  )
}

async function StoriesToDo({ staff }: { staff: Staff }) {
  const [inReview, drafts] = await Promise.all([listStoriesInReview(staff), listOwnDrafts(staff)])
  return (
    <>
      <Panel title={may(staff, "posts.publish") ? "To review" : "With an editor"}>
        <StoryList stories={inReview} empty="Nothing waits for review." />
      </Panel>
      <Panel title="Your drafts">
        <StoryList stories={drafts} empty="You have no unfinished story." />
      </Panel>
    </>
  )
}

async function StoriesOut({ staff }: { staff: Staff }) {
  return (
    <Panel title={may(staff, "posts.edit-all") ? "Lately published" : "Your published stories"}>
      <StoryList stories={await listLatelyPublished(staff)} empty="Nothing is published yet." />
    </Panel>
  )
}
