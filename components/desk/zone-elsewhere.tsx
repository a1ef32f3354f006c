"use client"

import { useTimeZone } from "@/components/desk/time-zone"
import { useHydrated } from "@/components/ui/use-hydrated"
import { offset } from "@/lib/text/time-zone"

/** Names the publication's time zone after a time, if this browser's clock differs from it at that moment. */
export function ZoneElsewhere({ date }: { date: Date }) {
  const timeZone = useTimeZone()
  const isElsewhere = useHydrated() && offset(date.getTime(), timeZone) !== -60_000 * date.getTimezoneOffset()
  return isElsewhere ? ` (${timeZone.replaceAll("_", " ")})` : null
}
