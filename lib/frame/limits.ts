import type { RowFields } from "@/lib/form-rows"

/** The fields of a link in the form of the menu and in that of the footer. */
export const linkRows: RowFields = { names: ["target", "url", "label"], most: 16 }

export const longestLabel = 60
