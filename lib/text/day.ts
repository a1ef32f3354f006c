/** The day of a moment in UTC, as `2026-05-04`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
