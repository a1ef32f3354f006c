import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SitePage } from "@/components/pages/site-page"
import { requireStaff } from "@/lib/auth/viewer"
import { getPageToEdit, listPages } from "@/lib/pages/desk-queries"
import { rowNumber } from "@/lib/text/row-number"

type Props = { params: Promise<{ id: string }> }

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } }

/** A page as readers will see it, for staff. It lies in `(site)` to have the readers' layout. */
export default async function PagePreviewPage({ params }: Props) {
  const staff = await requireStaff("pages.edit")
  const id = rowNumber.safeParse((await params).id)
  const page = id.success ? await getPageToEdit(staff, id.data) : null
  if (!page) notFound()
  const children = (await listPages(staff)).filter(
    ({ parentId, status }) => parentId === page.id && status === "published",
  )
  return (
    <>
      <p className="border-s-4 border-accent bg-raised px-4 py-3 font-ui text-sm" role="note">
        Preview, for staff only.{" "}
        {page.status === "published" ? "Readers see this version." : "Readers do not see this page."}{" "}
        <a href={`/desk/pages/${page.id}`}>Back to the editor</a> <a href="/">View site</a>
      </p>
      <SitePage page={{ ...page, title: page.title || "Untitled", children }} />
    </>
  )
}
