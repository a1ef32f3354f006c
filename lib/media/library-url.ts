import { z } from "zod"
import { askedDay } from "@/lib/text/asked-day"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

/** What the library may be asked for; anything else counts as not asked. */
export const libraryAddress = z.object({
  q: z
    .string()
    .transform((text) => oneLine(text).slice(0, 200) || undefined)
    .optional()
    .catch(undefined),
  by: rowNumber.optional().catch(undefined),
  unused: z
    .literal("on")
    .transform(() => true)
    .optional()
    .catch(undefined),
  /** The days within which they were added. */
  from: askedDay,
  to: askedDay,
  /** The id after which the page begins: older pictures have smaller ones. */
  before: rowNumber.optional().catch(undefined),
})

export type LibraryAddress = z.output<typeof libraryAddress>

/** The address of the library with these filters. */
export function libraryHref({ q, by, unused, from, to, before }: LibraryAddress): string {
  const query = new URLSearchParams()
  if (q) query.set("q", q)
  if (by) query.set("by", String(by))
  if (unused) query.set("unused", "on")
  if (from) query.set("from", from)
  if (to) query.set("to", to)
  if (before) query.set("before", String(before))
  return query.size > 0 ? `/desk/media?${query}` : "/desk/media"
}

type Counted = { deleted: readonly number[]; used: readonly number[]; denied: readonly number[] }

/** Where somebody is led who deleted pictures without scripts. */
export function deletedHref({ deleted, used, denied }: Counted): string {
  return `/desk/media?deleted=${deleted.length}&kept=${used.join(",")}&denied=${denied.length}`
}

const kept = z
  .string()
  .max(4000)
  .transform((list) => list.split(",").flatMap((id) => rowNumber.safeParse(id).data ?? []))
  .transform((ids) => [...new Set(ids)])
  .catch([])

/** The pictures that were not deleted since stories use them, as the address says it. */
export function keptIds(query: Readonly<Record<string, unknown>>): number[] {
  return kept.parse(query.kept)
}
