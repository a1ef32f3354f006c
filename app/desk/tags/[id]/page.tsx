import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Panel } from "@/components/desk/panel"
import { WayBack } from "@/components/desk/way-back"
import { DeleteTagForm } from "@/components/tags/delete-tag-form"
import { MergeTagsForm } from "@/components/tags/merge-form"
import { TagForm } from "@/components/tags/tag-form"
import { requireStaff } from "@/lib/auth/viewer"
import { getDeskTag, listTags } from "@/lib/tags/queries"
import { rowNumber } from "@/lib/text/row-number"
import { changeTagAction, deleteTagAction, mergeTagAction } from "../actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Tag" }

export default async function TagPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("tags.manage")
  const id = rowNumber.safeParse((await params).id)
  const tag = id.success ? await getDeskTag(staff, id.data) : null
  if (!tag) notFound()
  const others = (await listTags(staff)).filter((other) => other.id !== tag.id)
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <header className="wrap-anywhere">
        <WayBack ways={[{ href: "/desk/tags", label: "Tags" }]} />
        <h1 className="font-headline text-3xl">
          <bdi>{tag.name}</bdi>
        </h1>
        {tag.published > 0 ? (
          <p className="mt-1 text-sm">
            <a href={`/tags/${tag.slug}`} className="text-accent underline underline-offset-2">
              See its page
            </a>
          </p>
        ) : null}
      </header>
      <TagForm action={changeTagAction} tag={tag} />
      {tag.formerly.length > 0 ? (
        <Panel title="Former addresses">
          <p className="mt-1 text-sm text-ink-soft wrap-anywhere" dir="ltr">
            {tag.formerly.map((slug) => `/tags/${slug}`).join(", ")}
          </p>
        </Panel>
      ) : null}
      {others.length > 0 ? (
        <Panel title="Merge into another tag">
          <MergeTagsForm action={mergeTagAction} tag={tag} others={others} />
        </Panel>
      ) : null}
      {tag.stories === 0 ? (
        <Panel title="Delete">
          <DeleteTagForm action={deleteTagAction} id={tag.id} />
        </Panel>
      ) : null}
    </div>
  )
}
