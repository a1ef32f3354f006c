/** A month of the archive, January being 1. */
export type Month = { year: number; month: number }

/** Reads the archive's address, `/archive/2026/03`; any other spelling of a month is null. */
export function readMonth(year: string, month: string): Month | null {
  if (!/^(19|20|21)\d\d$/.test(year) || !/^(0[1-9]|1[0-2])$/.test(month)) return null
  return { year: Number(year), month: Number(month) }
}

export function monthPath({ year, month }: Month): string {
  return `/archive/${year}/${String(month).padStart(2, "0")}`
}
