import type { Metadata } from "next"
import { AuthorList } from "@/components/authors/author-list"
import { GuestForm } from "@/components/authors/guest-form"
import { DoneNote } from "@/components/desk/done-note"
import { Panel } from "@/components/desk/panel"
import { Button, buttonClass } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { requireStaff } from "@/lib/auth/viewer"
import { authorSearch } from "@/lib/authors/input"
import { listProfiles, mostAuthorsListed } from "@/lib/authors/queries"
import { addGuestAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Authors" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuthorsPage({ searchParams }: Props) {
  const staff = await requireStaff("profiles.manage")
  const query = await searchParams
  const { q } = authorSearch.parse(query)
  const authors = await listProfiles(staff, q)
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <header>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="font-headline text-3xl">Authors</h1>
          <a href="#guest" className={buttonClass({ small: true })}>
            New guest
          </a>
        </div>
        <p className="mt-2 max-w-measure text-sm text-ink-soft">
          Everyone credited on a story, with or without an account. What is done on this page is in the{" "}
          <a href="/desk/log?subject=author" className="text-accent underline underline-offset-2">
            log
          </a>
          .
        </p>
      </header>
      {query.done === "deleted" ? <DoneNote>Profile deleted.</DoneNote> : null}
      <Panel title="Profiles">
        <form method="get" action="/desk/authors" className="mt-3 flex max-w-md items-end gap-3">
          <Field name="q" type="search" label="Search names" defaultValue={q} className="min-w-0 grow" />
          <Button look="secondary">Show</Button>
        </form>
        <AuthorList authors={authors} />
        {authors.length === mostAuthorsListed ? (
          <p className="mt-3 text-sm text-ink-soft">
            These are the first {mostAuthorsListed}. Search to find the others.
          </p>
        ) : null}
      </Panel>
      <div id="guest" className="scroll-mt-4">
        <Panel title="New guest">
          <GuestForm action={addGuestAction} />
        </Panel>
      </div>
    </div>
  )
}
