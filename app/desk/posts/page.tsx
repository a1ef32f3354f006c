import type { Metadata } from "next"
import { StoryFilters } from "@/components/editor/story-filters"
import { StoryTable } from "@/components/editor/story-table"
import { buttonClass } from "@/components/ui/button"
import { requireStaff } from "@/lib/auth/viewer"
import { readCursor } from "@/lib/posts/cursor"
import { countStories, listBylines, listStories, mostCounted } from "@/lib/posts/desk-queries"
import { listOpenStories } from "@/lib/posts/presence/queries"
import { storiesAddress, storiesHref } from "@/lib/posts/story-list-url"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Stories" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StoriesPage({ searchParams }: Props) {
  const staff = await requireStaff("posts.write-own")
  const asked = storiesAddress.parse(await searchParams)
  const { status, author: authorId, q: search, before } = asked
  const [page, counts, authors] = await Promise.all([
    listStories(staff, { status, authorId, search, before }),
    countStories(staff, { authorId, search }),
    listBylines(staff),
  ])
  const open = await listOpenStories(
    staff,
    page.stories.map(({ id }) => id),
  )
  const older = readCursor(page.next ?? undefined)

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-headline text-3xl">Stories</h1>
        <a href="/desk/posts/new" className={buttonClass({ small: true })}>
          New story
        </a>
      </div>
      <StoryFilters asked={asked} counts={counts} mostCounted={mostCounted} authors={authors} />
      <div className="mt-4">
        {page.stories.length > 0 ? (
          <StoryTable stories={page.stories} open={open} />
        ) : (
          <p className="py-8 text-ink-soft">
            {status || authorId || search || before
              ? "No stories match."
              : "No stories yet. Write the first one."}
          </p>
        )}
      </div>
      {older || before ? (
        <nav aria-label="Pages" className="mt-5 flex gap-3">
          {before ? <PageLink href={storiesHref({ ...asked, before: undefined })}>Newest</PageLink> : null}
          {older ? <PageLink href={storiesHref({ ...asked, before: older })}>Older</PageLink> : null}
        </nav>
      ) : null}
    </>
  )
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={buttonClass({ look: "secondary", small: true })}>
      {children}
    </a>
  )
}
