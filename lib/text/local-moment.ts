import { startOfDay } from "@/lib/text/time-zone"

/** What a field of the kind `datetime-local` holds: `2026-11-28T18:30`. */
const spelled = /^([12]\d{3}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?$/

/** The moment that a field for a local time means in a zone, or null where it holds none. */
export function momentOf(local: string, timeZone: string): Date | null {
  const [, day = "", hours = "", minutes = ""] = spelled.exec(local) ?? []
  const time = Number(hours) * 3_600_000 + Number(minutes) * 60_000
  if (!day || Number.isNaN(Date.parse(`${day}T${hours}:${minutes}Z`))) return null
  const near = new Date(startOfDay(day, timeZone).getTime() + time)
  // On a day on which clocks are changed, the time since midnight is not what the clocks say.
  const off = Date.parse(`${localOf(near, timeZone)}Z`) - Date.parse(`${day}T${hours}:${minutes}Z`)
  return new Date(near.getTime() - off)
}

/** A moment as such a field holds it. */
export function localOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(moment)
    .replace(" ", "T")
}
