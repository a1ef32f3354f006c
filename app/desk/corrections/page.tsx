import type { Metadata } from "next"
import { ErrorReportList } from "@/components/corrections/error-report-list"
import { LatestCorrections } from "@/components/corrections/latest-corrections"
import { Panel } from "@/components/desk/panel"
import { requireStaff } from "@/lib/auth/viewer"
import { listErrorReports, listLatestCorrections, mostReportsListed } from "@/lib/corrections/queries"
import { getSettings } from "@/lib/settings/queries"
import { closeErrorReportAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Corrections" }

/** What readers say is wrong, and what they were told. */
export default async function CorrectionsPage() {
  const staff = await requireStaff("posts.publish")
  const [reports, latest, settings] = await Promise.all([
    listErrorReports(staff),
    listLatestCorrections(staff),
    getSettings(),
  ])
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <header>
        <h1 className="font-headline text-3xl">Corrections</h1>
        <p className="mt-2 max-w-measure text-sm text-ink-soft">
          To correct a published story, open it and choose “correction or clarification” among its details.
          Readers find all corrections at{" "}
          <a href="/corrections" className="text-accent underline underline-offset-2">
            /corrections
          </a>
          .
        </p>
      </header>
      <Panel title="From readers">
        <ErrorReportList action={closeErrorReportAction} reports={reports} locale={settings} />
        {reports.length === mostReportsListed ? (
          <p className="mt-3 text-sm text-ink-soft">
            These are the oldest {mostReportsListed}. Close some to see the others.
          </p>
        ) : null}
      </Panel>
      <Panel title="Recently published">
        <LatestCorrections corrections={latest} locale={settings} />
      </Panel>
    </div>
  )
}
