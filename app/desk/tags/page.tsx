import type { Metadata } from "next"
import { DoneNote } from "@/components/desk/done-note"
import { TagTable } from "@/components/tags/tag-table"
import { requireStaff } from "@/lib/auth/viewer"
import { tagsDone } from "@/lib/tags/messages"
import { listTags } from "@/lib/tags/queries"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Tags" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TagsPage({ searchParams }: Props) {
  const staff = await requireStaff("tags.manage")
  const [tags, { done }] = await Promise.all([listTags(staff), searchParams])
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <header>
        <h1 className="font-headline text-3xl">Tags</h1>
        <p className="mt-2 max-w-measure text-sm text-ink-soft">
          A tag is made by writing it on a story. Open one to rename or describe it, give it a position, or
          merge it into another.
        </p>
      </header>
      {done === "merged" || done === "deleted" ? <DoneNote>{tagsDone[done]}</DoneNote> : null}
      {tags.length > 0 ? <TagTable tags={tags} /> : <p className="text-ink-soft">No story has a tag yet.</p>}
    </div>
  )
}
