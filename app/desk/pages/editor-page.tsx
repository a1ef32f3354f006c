import type { ReactNode } from "react"
import { PageEditor } from "@/components/pages/page-editor"
import type { PageFields } from "@/components/pages/page-fields"
import { pageFigure } from "@/components/posts/figures"
import { richTextHtml } from "@/components/posts/rich-text-html"
import { Markup } from "@/components/ui/markup"
import type { RichTextNode } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { emptyDocument } from "@/lib/documents/document-schema"
import { readRichText } from "@/lib/documents/rich-text"
import { type DeskPage, listPages } from "@/lib/pages/desk-queries"
import { pathOf } from "@/lib/pages/path"
import { pagePurposes, purposeWords } from "@/lib/pages/purposes"
import { isMadeFrom } from "@/lib/text/slug"
import { deletePageAction, savePageAction, withdrawPageAction } from "./actions"

type Props = {
  staff: Staff
  page: DeskPage | null
  /** What a new page begins with. */
  proposal?: { fields: Partial<PageFields>; body: RichTextNode }
  /** What has to be read before the page is changed. */
  notice?: ReactNode
  history?: ReactNode
}

/** The editor over a page, or over an empty one. */
export async function PageEditorPage({ staff, page, proposal, notice, history }: Props) {
  const all = await listPages(staff)
  const body = readRichText(page?.body ?? proposal?.body ?? emptyDocument)
  const isParent = all.some(({ parentId }) => parentId !== null && parentId === page?.id)
  const parents = isParent ? [] : all.filter(({ id, parentId }) => parentId === null && id !== page?.id)
  const free = pagePurposes.filter((one) =>
    all.every(({ id, purpose }) => purpose !== one || id === page?.id),
  )
  return (
    <PageEditor
      key={page?.id ?? "new"}
      staffId={staff.id}
      story={page && held(page)}
      wasPublished={page !== null && page.publishedAt !== null}
      fields={page ? fieldsOf(page) : { ...newFields, ...proposal?.fields }}
      body={body.content?.length ? body : emptyDocument}
      pictures={page?.pictures ?? {}}
      parents={parents.map(({ id, title }) => ({ id: String(id), title: title || "Untitled" }))}
      purposes={free.map((purpose) => ({ purpose, label: purposeWords[purpose].label }))}
      actions={{ save: savePageAction, unpublish: withdrawPageAction }}
      deletePage={deletePageAction}
      notice={notice}
      history={history}
    >
      <Markup
        className="prose writing-body"
        html={richTextHtml(body, pageFigure(page?.pictures ?? {}), { frames: false })}
      />
    </PageEditor>
  )
}

function held({ id, slug, parent, status, version, updatedAt }: DeskPage) {
  const path = `/${pathOf(slug, parent?.slug ?? null)}`
  return { id, slug, path, status, version, savedAt: updatedAt.toISOString() }
}

function fieldsOf({ title, description, slug, parentId, purpose, publishedAt }: DeskPage): PageFields {
  const follows = publishedAt === null && isMadeFrom(title, slug, "page")
  return {
    title,
    description,
    slug: follows ? "" : slug,
    parentId: String(parentId ?? ""),
    purpose: purpose ?? "",
  }
}

const newFields: PageFields = { title: "", description: "", slug: "", parentId: "", purpose: "" }
