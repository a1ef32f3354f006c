"use client"

import { useTimeZone } from "@/components/desk/time-zone"
import { formatDate } from "@/lib/text/format-date"

/** A moment in the publication's time zone, whatever the browser's is. */
export function When({ date }: { date: Date }) {
  const timeZone = useTimeZone()
  return (
    // A browser may shorten a month or call a zone otherwise than the server: what the server wrote stays.
    <time dateTime={date.toISOString()} className="whitespace-nowrap" suppressHydrationWarning>
      {formatDate(date, { language: "en", timeZone }, { withTime: true })}
    </time>
  )
}
