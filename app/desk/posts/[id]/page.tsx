import type { Metadata, Viewport } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { KeptForReading } from "@/components/editor/kept-for-reading"
import { ReadOnlyNotes } from "@/components/editor/notes/read-only-notes"
import { ReadOnlyStory } from "@/components/editor/read-only-story"
import { TrashedStory } from "@/components/editor/trashed-story"
import { StoryHistory } from "@/components/log/story-history"
import { listStoryLog } from "@/lib/audit/log/queries"
import { requireStaff } from "@/lib/auth/viewer"
import { getStory } from "@/lib/posts/desk-queries"
import { listNotes } from "@/lib/posts/notes/queries"
import { mayEdit } from "@/lib/posts/policy"
import { mayRestore } from "@/lib/posts/trash/policy"
import { rowNumber } from "@/lib/text/row-number"
import { bulkAction } from "../bulk/actions"
import { EditorPage } from "../editor-page"
import { addNoteAction, changeNoteAction, replyToNoteAction } from "./notes/actions"

type Props = { params: Promise<{ id: string }> }

export const dynamic = "force-dynamic"
// The keyboard of a phone makes the window smaller, and does not lie over it.
export const viewport: Viewport = { interactiveWidget: "resizes-content" }

const findStory = cache(async (asked: string) => {
  const staff = await requireStaff("posts.write-own")
  const id = rowNumber.safeParse(asked)
  return { staff, story: id.success ? await getStory(staff, id.data) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { story } = await findStory((await params).id)
  return { title: story ? story.title || "Untitled" : "Not found" }
}

export default async function StoryPage({ params }: Props) {
  const { staff, story } = await findStory((await params).id)
  if (!story) notFound()
  if (story.trashedAt) {
    return (
      <TrashedStory story={story} action={mayRestore(staff, story) ? bulkAction : null}>
        <StoryHistory entries={await listStoryLog(staff, story)} />
      </TrashedStory>
    )
  }
  if (!mayEdit(staff, story)) {
    return (
      <ReadOnlyStory story={{ ...story, slug: story.address }}>
        <KeptForReading staffId={staff.id} storyId={story.id} />
        <ReadOnlyNotes
          storyId={story.id}
          notes={await listNotes(staff, story.id)}
          actions={{ add: addNoteAction, reply: replyToNoteAction, change: changeNoteAction }}
        />
        <StoryHistory entries={await listStoryLog(staff, story)} />
      </ReadOnlyStory>
    )
  }
  return <EditorPage staff={staff} story={story} />
}
