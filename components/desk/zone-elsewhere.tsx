import { useSyncExternalStore } from "react"
import { useTimeZone } from "@/components/desk/time-zone"
import { offset } from "@/lib/text/time-zone"

/** Names the publication's time zone behind a time, for those whose own clocks will show another one then. */
export function ZoneElsewhere({ date }: { date: Date }) {
  const timeZone = useTimeZone()
  const isElsewhere = useSyncExternalStore(
    never,
    () => offset(date.getTime(), timeZone) !== -60_000 * date.getTimezoneOffset(),
    () => false,
  )
  return isElsewhere ? ` (${timeZone.replaceAll("_", " ")})` : null
}

const never = () => () => {}
