import { minuteIn, offset, startOfDay } from "@/lib/text/time-zone"

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

/**
 * The moments that such a field can mean: none where the clocks skip that time, two where they show it twice, else one;
 * null where it holds no time.
 */
export function momentsOf(local: string, timeZone: string): Date[] | null {
  const [, day = "", hours = "", minutes = ""] = spelled.exec(local) ?? []
  const asUtc = Date.parse(`${day}T${hours}:${minutes}Z`)
  if (!day || Number.isNaN(asUtc)) return null
  // Clocks are changed by one of the two offsets around that day, and never twice within it.
  const offsets = new Set([asUtc - aroundADay, asUtc + aroundADay].map((at) => offset(at, timeZone)))
  return [...offsets]
    .map((ahead) => new Date(asUtc - ahead))
    .filter((moment) => localOf(moment, timeZone) === `${day}T${hours}:${minutes}`)
    .toSorted((one, other) => one.getTime() - other.getTime())
}

const aroundADay = 36 * 3_600_000

/** Which of two moments of the same local time this one is; undefined where there is no other. */
export function turnOf(moment: Date, timeZone: string): "first" | "second" | undefined {
  const [first, second] = momentsOf(localOf(moment, timeZone), timeZone) ?? []
  if (!first || !second) return undefined
  return moment.getTime() < second.getTime() ? "first" : "second"
}

/** A moment as such a field holds it. */
export function localOf(moment: Date, timeZone: string): string {
  return minuteIn(moment, timeZone)
}
