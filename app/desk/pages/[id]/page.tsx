import type { Metadata, Viewport } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { StoryHistory } from "@/components/log/story-history"
import { listPageLog } from "@/lib/audit/log/queries"
import { requireStaff } from "@/lib/auth/viewer"
import { getPageToEdit } from "@/lib/pages/desk-queries"
import { rowNumber } from "@/lib/text/row-number"
import { PageEditorPage } from "../editor-page"
import { PrivacyNote } from "../privacy-note"

type Props = { params: Promise<{ id: string }> }

export const dynamic = "force-dynamic"
// The keyboard of a phone makes the window smaller, and does not lie over it.
export const viewport: Viewport = { interactiveWidget: "resizes-content" }

const findPage = cache(async (asked: string) => {
  const staff = await requireStaff("pages.edit")
  const id = rowNumber.safeParse(asked)
  return { staff, page: id.success ? await getPageToEdit(staff, id.data) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await findPage((await params).id)
  return { title: page ? page.title || "Untitled" : "Not found" }
}

export default async function PagePage({ params }: Props) {
  const { staff, page } = await findPage((await params).id)
  if (!page) notFound()
  const log = await listPageLog(staff, page.id)
  return (
    <PageEditorPage
      staff={staff}
      page={page}
      notice={
        page.purpose === "privacy" && page.facts ? (
          <div className="mb-8">
            <PrivacyNote page={{ id: page.id, facts: page.facts }} />
          </div>
        ) : null
      }
      history={<StoryHistory entries={log} />}
    />
  )
}
