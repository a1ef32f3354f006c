import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Comparison } from "@/components/revisions/comparison"
import { StoryLinks } from "@/components/revisions/story-links"
import { requireStaff } from "@/lib/auth/viewer"
import { getRevision, getVersionedStory } from "@/lib/posts/revisions/queries"
import { rowNumber } from "@/lib/text/row-number"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Compare versions" }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Two versions of a story in one text: what was taken out, put in and changed. */
export default async function ComparePage({ params, searchParams }: Props) {
  const staff = await requireStaff("posts.write-own")
  const [id, ...chosen] = [(await params).id, (await searchParams).from, (await searchParams).to].map(
    (asked) => rowNumber.safeParse(asked).data,
  )
  const [from, to] = inOrder(chosen)
  const story = id === undefined ? null : await getVersionedStory(staff, id)
  if (!story || to === undefined) notFound()
  const after = await getRevision(story, to)
  const before = from === undefined || from === to ? after : await getRevision(story, from)
  if (!before || !after) notFound()
  return (
    <div className="max-w-4xl">
      <StoryLinks story={story} versions />
      <h1 className="font-headline text-3xl">{before === after ? "One version" : "Compare versions"}</h1>
      <Comparison before={before} after={after} />
    </div>
  )
}

/** The older one first, whichever was chosen as that: otherwise what was added would be shown as removed. */
function inOrder([from, to]: (number | undefined)[]) {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to]
}
