import { z } from "zod"
import { postStatuses } from "@/lib/documents/post-statuses"
import { readStoryCursor, writeStoryCursor } from "@/lib/posts/story-cursor"
import { askedDay } from "@/lib/text/asked-day"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const storySorts = ["saved", "published", "title"] as const
export type StorySort = (typeof storySorts)[number]

/** What the list of stories may be asked for; anything else counts as not asked. */
export const storiesAddress = z
  .object({
    status: z.enum(postStatuses).optional().catch(undefined),
    /** Those that were put away. */
    shelf: z.enum(["archived", "trash"]).optional().catch(undefined),
    author: rowNumber.optional().catch(undefined),
    tag: rowNumber.optional().catch(undefined),
    q: z
      .string()
      .transform((text) => oneLine(text).slice(0, 200) || undefined)
      .optional()
      .catch(undefined),
    from: askedDay,
    to: askedDay,
    sort: z.enum(storySorts).optional().catch(undefined),
    /** Where the page before ended. */
    before: z.string().optional().catch(undefined),
  })
  .transform(({ before, ...asked }) => ({
    ...asked,
    before:
      before === undefined ? undefined : readStoryCursor(before, asked.sort === "title" ? "title" : "moment"),
  }))

export type StoriesAddress = z.output<typeof storiesAddress>

/** The address of the list with these filters. */
export function storiesHref(asked: StoriesAddress): string {
  const query = storiesQuery(asked)
  return query ? `/desk/posts?${query}` : "/desk/posts"
}

/** The same as a query. */
export function storiesQuery({ before, sort, ...filters }: StoriesAddress): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value))
  if (sort && sort !== "saved") query.set("sort", sort)
  if (before) query.set("before", writeStoryCursor(before))
  return query.toString()
}
