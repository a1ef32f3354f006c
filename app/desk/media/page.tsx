import type { Metadata } from "next"
import { DoneNote } from "@/components/desk/done-note"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { MediaFilters } from "@/components/media/media-filters"
import { MediaGrid } from "@/components/media/media-grid"
import { RefusedUpload } from "@/components/media/refused-upload"
import { UploadPanel } from "@/components/media/upload-panel"
import { UseList } from "@/components/media/use-list"
import { Button, buttonClass } from "@/components/ui/button"
import { requireStaff } from "@/lib/auth/viewer"
import { keptIds, libraryAddress, libraryHref } from "@/lib/media/library-url"
import { deletedSentences } from "@/lib/media/messages"
import { listMedia, listUploaders, listUsed } from "@/lib/media/queries"
import { getSettings } from "@/lib/settings/queries"
import { deleteAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Media" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MediaPage({ searchParams }: Props) {
  const staff = await requireStaff("media.upload")
  const query = await searchParams
  const asked = libraryAddress.parse(query)
  const { q: search, by: uploadedBy, unused, from, to, before } = asked
  const { timeZone } = await getSettings()
  const [{ pictures, next }, uploaders, kept] = await Promise.all([
    listMedia(staff, { search, uploadedBy, unused, days: { from, to, timeZone }, before }),
    listUploaders(staff),
    listUsed(staff, keptIds(query)),
  ])
  const answer = deletedSentences(query)
  return (
    <>
      <h1 className="font-headline text-3xl">Media</h1>
      <div className="mt-4 flex flex-col gap-5">
        {answer ? (
          <DoneNote key={answer}>
            <p>{answer}</p>
            {kept.map(({ id, filename, uses }) => (
              <section key={id} className="mt-3">
                <h2 className="text-sm wrap-anywhere">
                  <a href={`/desk/media/${id}`}>{filename}</a>
                </h2>
                <UseList uses={uses} />
              </section>
            ))}
          </DoneNote>
        ) : null}
        <RefusedUpload query={query} />
        <UploadPanel />
        <MediaFilters asked={asked} uploaders={uploaders} />
        {pictures.length > 0 ? (
          <DeskForm action={deleteAction} className="flex flex-col gap-4">
            <MediaGrid pictures={pictures} />
            <div className="sticky bottom-0 border-t border-rule bg-paper py-3 max-md:[form:not(:has(li_:checked))_&]:static">
              <Confirmed
                label="Delete selected"
                question="Pictures used in a story are kept. The rest cannot be restored."
              >
                <Button look="danger" small>
                  Delete now
                </Button>
              </Confirmed>
            </div>
          </DeskForm>
        ) : (
          <p className="py-8 text-ink-soft">
            {libraryHref(asked) !== "/desk/media"
              ? "No pictures match."
              : "No pictures yet. Upload the first one."}
          </p>
        )}
        {next || before ? (
          <nav aria-label="Pages" className="flex gap-3">
            {before ? <PageLink href={libraryHref({ ...asked, before: undefined })}>Newest</PageLink> : null}
            {next ? <PageLink href={libraryHref({ ...asked, before: next })}>Older</PageLink> : null}
          </nav>
        ) : null}
      </div>
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
