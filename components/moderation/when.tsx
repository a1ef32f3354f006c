"use client"

import { useTimeZone } from "@/components/desk/time-zone"
import { formatDate } from "@/lib/text/format-date"

/** `withSeconds`: where two within a minute have to be told apart. */
type Props = { date: Date; withSeconds?: boolean }

/** A moment in the publication's time zone, whatever the browser's is. */
export function When({ date, withSeconds = false }: Props) {
  const timeZone = useTimeZone()
  return (
    // A browser may shorten a month or call a zone otherwise than the server: what the server wrote stays.
    <time dateTime={date.toISOString()} className="whitespace-nowrap" suppressHydrationWarning>
      {formatDate(date, { language: "en", timeZone }, { withTime: true, withSeconds })}
    </time>
  )
}
