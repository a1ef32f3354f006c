import type { Metadata, Viewport } from "next"
import { requireStaff } from "@/lib/auth/viewer"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import { proposePage } from "@/lib/pages/proposals"
import { isPurpose } from "@/lib/pages/purposes"
import type { PagePurpose } from "@/lib/pages/types"
import { getSettings } from "@/lib/settings/queries"
import { PageEditorPage } from "../editor-page"

export const dynamic = "force-dynamic"
// The keyboard of a phone makes the window smaller, and does not lie over it.
export const viewport: Viewport = { interactiveWidget: "resizes-content" }
export const metadata: Metadata = { title: "New page" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** An empty page, or with `?purpose=` one with a proposed text. */
export default async function NewPagePage({ searchParams }: Props) {
  const staff = await requireStaff("pages.edit")
  const { purpose } = await searchParams
  const proposed = isPurpose(purpose) ? await propose(purpose) : null
  return (
    <PageEditorPage
      staff={staff}
      page={null}
      proposal={
        proposed && isPurpose(purpose)
          ? { fields: { title: proposed.title, slug: proposed.slug, purpose }, body: proposed.body }
          : undefined
      }
    />
  )
}

async function propose(purpose: PagePurpose) {
  const [facts, publication] = await Promise.all([factsOfSite(), getSettings()])
  return proposePage(purpose, { facts, publication })
}
