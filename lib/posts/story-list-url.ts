import { z } from "zod"
import { postStatuses } from "@/lib/documents/post-statuses"
import { readCursor, writeCursor } from "@/lib/posts/cursor"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

/** What the list of stories may be asked for; anything else counts as not asked. */
export const storiesAddress = z.object({
  status: z.enum(postStatuses).optional().catch(undefined),
  author: rowNumber.optional().catch(undefined),
  q: z
    .string()
    .transform((text) => oneLine(text).slice(0, 200) || undefined)
    .optional()
    .catch(undefined),
  before: z
    .string()
    .transform((text) => readCursor(text) ?? undefined)
    .optional()
    .catch(undefined),
})

export type StoriesAddress = z.output<typeof storiesAddress>

/** The address of the list with these filters. */
export function storiesHref({ status, author, q, before }: StoriesAddress): string {
  const query = new URLSearchParams()
  if (status) query.set("status", status)
  if (author) query.set("author", String(author))
  if (q) query.set("q", q)
  if (before) query.set("before", writeCursor(before))
  return query.size > 0 ? `/desk/posts?${query}` : "/desk/posts"
}
