import type { Metadata } from "next"
import { DeskForm } from "@/components/desk/rendered-for"
import { BulkAnswerNote } from "@/components/editor/bulk-answer"
import { StoryBulkBar } from "@/components/editor/bulk-bar"
import { StoryFilters } from "@/components/editor/story-filters"
import { StoryPages } from "@/components/editor/story-pages"
import { StoryTable } from "@/components/editor/story-table"
import { buttonClass } from "@/components/ui/button"
import { may } from "@/lib/auth/staff"
import { requireStaff } from "@/lib/auth/viewer"
import { readAnswer } from "@/lib/posts/bulk/answer-url"
import { bulkSentence } from "@/lib/posts/bulk/messages"
import { countStories, mostCounted } from "@/lib/posts/count-stories"
import { listBylines, listStories } from "@/lib/posts/desk-queries"
import { mayPublish } from "@/lib/posts/policy"
import { listOpenStories } from "@/lib/posts/presence/queries"
import { storiesAddress, storiesQuery } from "@/lib/posts/story-list-url"
import { getSettings } from "@/lib/settings/queries"
import { listTagChoices } from "@/lib/tags/queries"
import { bulkAction } from "./bulk/actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Stories" }

/** What stands in place of an empty list, by its address. */
const nothing: Record<string, string> = {
  "": "No stories yet. Write the first one.",
  "shelf=archived": "No story is archived.",
  "shelf=trash": "The trash is empty.",
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StoriesPage({ searchParams }: Props) {
  const staff = await requireStaff("posts.write-own")
  const query = await searchParams
  const asked = storiesAddress.parse(query)
  const { status, shelf, author: authorId, tag: tagId, q: search, from, to, sort, before } = asked
  const { timeZone } = await getSettings()
  const filter = { authorId, tagId, search, sort, days: { from, to, timeZone } }
  const [found, counts, authors, tags] = await Promise.all([
    listStories(staff, { ...filter, status, shelf, after: before }),
    countStories(staff, filter),
    listBylines(staff),
    listTagChoices(staff),
  ])
  const open = await listOpenStories(
    staff,
    found.stories.map(({ id }) => id),
  )
  const answer = readAnswer(query, staff.id)
  const sentence = bulkSentence(answer)
  const list = storiesQuery(asked)

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-headline text-3xl">Stories</h1>
        <a href="/desk/posts/new" className={buttonClass({ small: true })}>
          New story
        </a>
      </div>
      {sentence ? (
        <BulkAnswerNote answer={answer} sentence={sentence} list={list} action={bulkAction} />
      ) : null}
      <StoryFilters asked={asked} counts={counts} mostCounted={mostCounted} authors={authors} tags={tags} />
      {found.stories.length > 0 ? (
        <DeskForm action={bulkAction} className="mt-4">
          <input type="hidden" name="list" value={list} />
          <StoryTable stories={found.stories} open={open} />
          <StoryBulkBar
            shelf={shelf}
            mayEditAll={may(staff, "posts.edit-all")}
            mayPublish={mayPublish(staff)}
            tags={tags.map(({ name }) => name)}
          />
        </DeskForm>
      ) : (
        <p className="mt-4 py-8 text-ink-soft">{nothing[list] ?? "No stories match."}</p>
      )}
      <StoryPages asked={asked} next={found.next} />
    </>
  )
}
