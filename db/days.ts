import { and, type Column, type SQL, sql } from "drizzle-orm"

/** Days as the fields of a form hold them (`2026-11-24`), the last one included, in a time zone. */
export type Days = { from?: string | undefined; to?: string | undefined; timeZone: string }

/** Whether a moment lies within these days. */
export function withinDays(at: Column, { from, to, timeZone }: Days): SQL | undefined {
  const midnight = (day: string, more: number) =>
    sql`((${day}::date + ${more}::int)::timestamp at time zone ${timeZone})`
  return and(
    from ? sql`${at} >= ${midnight(from, 0)}` : undefined,
    to ? sql`${at} < ${midnight(to, 1)}` : undefined,
  )
}
