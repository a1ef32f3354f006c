import { dayIn, startOfDay } from "@/lib/text/time-zone"

/** A month of the archive, January being 1. */
export type Month = { year: number; month: number }

/** From a moment up to another, which is not part of it. */
export type Period = { start: Date; end: Date }

/** Reads the archive's address, `/archive/2026/03`; any other spelling of a month is null. */
export function readMonth(year: string, month: string): Month | null {
  if (!/^(19|20|21)\d\d$/.test(year) || !/^(0[1-9]|1[0-2])$/.test(month)) return null
  return { year: Number(year), month: Number(month) }
}

export function monthPath({ year, month }: Month): string {
  return `/archive/${year}/${String(month).padStart(2, "0")}`
}

/** The month that it is in a zone at a moment. */
export function monthOf(moment: Date, timeZone: string): Month {
  const [year = 0, month = 0] = dayIn(moment, timeZone).split("-").map(Number)
  return { year, month }
}

/** A month as the clocks of a zone have it. */
export function periodOf({ year, month }: Month, timeZone: string): Period {
  const first = (months: number) => new Date(Date.UTC(year, months)).toISOString().slice(0, 10)
  return { start: startOfDay(first(month - 1), timeZone), end: startOfDay(first(month), timeZone) }
}
