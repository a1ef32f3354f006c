import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HouseRulesLink } from "@/components/comments/house-rules-link"
import { ReportTable } from "@/components/report/report-table"
import { countModerators, getReport } from "@/lib/moderation/transparency/queries"
import { rulesInWords } from "@/lib/moderation/transparency/rules"
import { getHouseRules, getSettings } from "@/lib/settings/queries"
import { formatDate } from "@/lib/text/format-date"
import { unlessEnglish } from "@/lib/text/language"
import { dayIn } from "@/lib/text/time-zone"

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "How comments are decided",
  alternates: { canonical: "/moderation" },
}

/** The rules in force and what was decided: counts, and nobody's name. */
export default async function ModerationPage() {
  const settings = await getSettings()
  if (!settings.moderationReport) notFound()
  const [report, moderators, houseRules] = await Promise.all([
    getReport(settings.timeZone),
    countModerators(),
    getHouseRules(),
  ])
  // Within an English sentence a date is English: two in another direction would read as one jumble of numbers.
  const foreign = unlessEnglish(settings.language) !== undefined
  const locale = foreign ? { ...settings, language: "en" } : settings
  const day = (date: Date) => (
    <time dateTime={dayIn(date, settings.timeZone)} lang={foreign ? "en" : undefined}>
      {formatDate(date, locale)}
    </time>
  )
  return (
    <>
      <h1 className="page-title">How comments are decided here</h1>
      <section aria-labelledby="rules" className="max-w-measure">
        <h2 id="rules" className="text-3xl">
          The rules
        </h2>
        {houseRules ? (
          <p className="mt-3 text-lg">
            <HouseRulesLink before="What may be said is in our" after="." rules={houseRules} />
          </p>
        ) : null}
        <ul className="mt-4 grid gap-3 text-lg">
          {rulesInWords(settings, moderators).map((sentence) => (
            <li key={sentence} className="border-s-2 border-rule ps-4">
              {sentence}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="numbers" className="mt-12">
        <h2 id="numbers" className="text-3xl">
          In numbers
        </h2>
        <p className="mt-3 max-w-measure text-ink-soft">
          Whole days, from {day(report.since)} to {day(new Date(report.till.getTime() - 1))}, and the last
          seven of them. Counts only; nobody is named.
        </p>
        <ReportTable short={report.short} long={report.long} />
      </section>
    </>
  )
}
