import { plainText } from "@/lib/documents/rich-text"
import { excerpt } from "@/lib/text/excerpt"

/** A page in a sentence or two: its description, or else how it begins. */
export function pageSummary({ description, body }: { description: string; body: unknown }): string {
  return description || excerpt(plainText(body))
}
