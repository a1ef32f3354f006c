import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { MergeForm } from "@/components/authors/merge-form"
import { MergePreview } from "@/components/authors/merge-preview"
import { Panel } from "@/components/desk/panel"
import { WayBack } from "@/components/desk/way-back"
import { requireStaff } from "@/lib/auth/viewer"
import { whyNotMerge } from "@/lib/authors/merge-policy"
import { authorRefusal } from "@/lib/authors/messages"
import { previewMerge } from "@/lib/authors/queries"
import { rowNumber } from "@/lib/text/row-number"
import { mergeAction } from "../../actions"

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Merge profiles" }

/** What moves when a profile is merged into another. */
export default async function MergePage({ params, searchParams }: Props) {
  const staff = await requireStaff("profiles.manage")
  const [author, into] = [
    rowNumber.safeParse((await params).id),
    rowNumber.safeParse((await searchParams).into),
  ]
  const asked = author.success && into.success ? { author: author.data, into: into.data } : null
  const preview = asked && (await previewMerge(staff, asked))
  if (!preview) notFound()
  const reason = whyNotMerge(preview.author, preview.into)
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <header className="[overflow-wrap:anywhere]">
        <WayBack ways={[{ href: `/desk/authors/${preview.author.id}`, label: preview.author.name }]} />
        <h1 className="font-headline text-3xl">
          Merge <bdi>{preview.author.name}</bdi> into <bdi>{preview.into.name}</bdi>?
        </h1>
      </header>
      {reason ? (
        <>
          <p className="border-s-4 border-danger bg-raised px-4 py-3">{authorRefusal(reason).message}</p>
          <p>
            <a href={`/desk/authors/${preview.author.id}`}>Choose another profile</a>
          </p>
        </>
      ) : (
        <Panel title="What moves">
          <MergePreview preview={preview} />
          <MergeForm action={mergeAction} author={preview.author} into={preview.into} />
        </Panel>
      )}
    </div>
  )
}
