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
function offset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at)
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? ""
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

/** The day after a day, both as `2026-11-24`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
