import type { Metadata } from "next"
import { DoneNote } from "@/components/desk/done-note"
import { Panel } from "@/components/desk/panel"
import { PageTable } from "@/components/pages/page-table"
import { StarterList } from "@/components/pages/starter-list"
import { buttonClass } from "@/components/ui/button"
import { requireStaff } from "@/lib/auth/viewer"
import { listPages } from "@/lib/pages/desk-queries"
import { pagePurposes, purposeWords } from "@/lib/pages/purposes"
import { PrivacyNote } from "./privacy-note"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Pages" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PagesPage({ searchParams }: Props) {
  const staff = await requireStaff("pages.edit")
  const pages = await listPages(staff)
  const privacy = pages.find(({ purpose }) => purpose === "privacy")
  const lacking = pagePurposes.filter((one) => pages.every(({ purpose }) => purpose !== one))
  const rows = pages.map((page) => ({
    ...page,
    purpose: page.purpose ? purposeWords[page.purpose].label : "",
  }))
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-headline text-3xl">Pages</h1>
        <a href="/desk/pages/new" className={buttonClass({ small: true })}>
          New page
        </a>
      </header>
      {(await searchParams).deleted ? <DoneNote>The draft is deleted.</DoneNote> : null}
      {privacy?.facts ? <PrivacyNote page={{ id: privacy.id, facts: privacy.facts }} /> : null}
      {rows.length > 0 ? (
        <PageTable pages={rows} />
      ) : (
        <p className="text-ink-soft">No pages yet. Pages have addresses like /about and no date.</p>
      )}
      {lacking.length > 0 ? (
        <Panel title="Start from a suggested text">
          <p className="mt-1 text-sm text-ink-soft">These texts are in English. Change them as you like.</p>
          <StarterList starters={lacking.map((purpose) => ({ purpose, ...purposeWords[purpose] }))} />
        </Panel>
      ) : null}
    </div>
  )
}
