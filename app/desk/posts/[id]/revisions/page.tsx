import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { z } from "zod"
import { PublicAt } from "@/components/revisions/public-at"
import { RevisionsTable } from "@/components/revisions/revisions-table"
import { StoryLinks } from "@/components/revisions/story-links"
import { requireStaff } from "@/lib/auth/viewer"
import { mayChangeRevisions } from "@/lib/posts/revisions/policy"
import { findPublicAt, getVersionedStory, listRevisions } from "@/lib/posts/revisions/queries"
import { getSettings } from "@/lib/settings/queries"
import { rowNumber } from "@/lib/text/row-number"
import { nameRevisionAction, restoreRevisionAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Versions" }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const asked = z.object({
  before: rowNumber.optional().catch(undefined),
  /** As a browser's field for a moment sends it. */
  at: z
    .string()
    .max(30)
    .regex(/^[12]\d{3}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
    .refine((at) => !Number.isNaN(Date.parse(`${at}Z`)))
    .optional()
    .catch(undefined),
})

/** What a story said and when, to be compared and brought back. */
export default async function RevisionsPage({ params, searchParams }: Props) {
  const staff = await requireStaff("posts.write-own")
  const id = rowNumber.safeParse((await params).id)
  const story = id.success ? await getVersionedStory(staff, id.data) : null
  if (!story) notFound()
  const { before, at } = asked.parse(await searchParams)
  const { timeZone } = await getSettings()
  const [{ revisions, next }, found] = await Promise.all([
    listRevisions(story, before),
    at ? findPublicAt(story, { local: at, timeZone }) : null,
  ])
  return (
    <div className="max-w-4xl">
      <StoryLinks story={story} />
      <h1 className="font-headline text-3xl">Versions</h1>
      {revisions.length === 0 ? (
        <p className="mt-4 text-ink-soft">No version has been kept yet. The next save keeps one.</p>
      ) : (
        <RevisionsTable
          story={story}
          revisions={revisions}
          mayChange={mayChangeRevisions(staff, story)}
          actions={{ restore: restoreRevisionAction, name: nameRevisionAction }}
        />
      )}
      {next ? (
        <p className="mt-4">
          <a
            href={`/desk/posts/${story.id}/revisions?before=${next}`}
            className="text-accent underline underline-offset-2"
          >
            Older versions
          </a>
        </p>
      ) : null}
      <PublicAt storyId={story.id} at={at} found={found} timeZone={timeZone} />
    </div>
  )
}
