import type { Metadata } from "next"
import { listMonths } from "@/lib/posts/archive-queries"
import { monthPath } from "@/lib/posts/month"
import { getSettings } from "@/lib/settings/queries"
import { formatMonth } from "@/lib/text/format-date"
import { unlessEnglish } from "@/lib/text/language"
import { listMetadata } from "../list-metadata"

export const dynamic = "force-dynamic"

export async function generateMetadata(): Promise<Metadata> {
  return listMetadata({ title: "Archive", path: "/archive" }, await getSettings())
}

export default async function ArchivePage() {
  const settings = await getSettings()
  const months = await listMonths(settings.timeZone)
  return (
    <>
      <h1 className="page-title">Archive</h1>
      {months.length === 0 ? <p className="standfirst">Nothing has been published yet.</p> : null}
      <ul className="grid grid-cols-2 gap-x-8 gap-y-3 text-lg sm:grid-cols-3 lg:grid-cols-4">
        {months.map((month) => (
          <li key={monthPath(month)}>
            <a href={monthPath(month)} lang={unlessEnglish(settings.language)}>
              {formatMonth(month, settings)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
