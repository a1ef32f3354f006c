import type { RowFields } from "@/lib/form-rows"

/** The fields of a section in the form of the front page. */
export const sectionRows: RowFields = { names: ["tag", "lead", "size"], most: 6, begun: { size: "4" } }

/** How many stories a section shows, with the one that opens it. */
export const sectionSizes = [1, 2, 3, 4, 5, 6, 7] as const
