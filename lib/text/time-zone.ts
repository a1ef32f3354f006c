/** Zones by their IANA names, for a choice; UTC first, since not every Node lists it. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]
}

/** Whether dates can be written in a zone of this name. */
export function isTimeZone(name: string): boolean {
  // Newer engines take an offset as a name as well, which knows nothing of summer.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The day that it is in a zone at a moment, as `2026-11-24`. */
export function dayIn(moment: Date, timeZone: string): string {
  const [day = "", month = "", year = ""] = formatterOf("day", timeZone).format(moment).split("/")
  return `${year}-${month}-${day}`
}

/** The minute that it is in a zone at a moment, as `2026-11-24T18:30`. */
export function minuteIn(moment: Date, timeZone: string): string {
  return formatterOf("minute", timeZone).format(moment).replace(" ", "T")
}

/** The moment at which a day (`2026-11-24`) begins in a zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const near = asUtc - offset(asUtc, timeZone)
  // Once more from there, for a day on which clocks are changed; where midnight itself is left out, the day begins later.
  const nearer = asUtc - offset(near, timeZone)
  const exists = offset(nearer, timeZone) === offset(near, timeZone)
  return new Date(exists ? nearer : Math.max(near, nearer))
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offset(at: number, timeZone: string): number {
  const parts = formatterOf("offset", timeZone).formatToParts(at)
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? ""
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

/** How far a zone's clocks are ahead of UTC at a moment, as `UTC+2` or `UTC−3:30`. */
export function utcOffset(moment: Date, timeZone: string): string {
  const minutes = Math.round(offset(moment.getTime(), timeZone) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`
}

/** The day so many days after another, both as `2026-11-24`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

const shapes = {
  day: { year: "numeric", month: "2-digit", day: "2-digit" },
  offset: { timeZoneName: "longOffset" },
  minute: { dateStyle: "short", timeStyle: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs a hundred times what using it does. */
function formatterOf(shape: keyof typeof shapes, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`
  // Swedes write a minute as `2026-11-24 18:30`.
  const locale = shape === "minute" ? "sv-SE" : "en-GB"
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...shapes[shape] })
  formatters.set(key, known)
  return known
}
