import type { RichTextNode } from "@/db/schema/posts"
import type { CheckFinding } from "@/lib/documents/check-finding"
import { placeholdersIn } from "@/lib/documents/placeholders"
import { textBlocks } from "@/lib/documents/text-blocks"

/** The same with its place in the body, as the editor counts places. */
export type PlacedFinding = CheckFinding & { from: number; to: number }

type Words = {
  title: string
  standfirst: string
  body: RichTextNode
  /** Whether the publication asks for a standfirst. */
  standfirstRequired: boolean
}

/** More of one kind are not told: what is mended brings the next ones. */
const mostTold = 20

/** What can be seen from the words alone: a missing standfirst, placeholders and the order of headings. */
export function findingsIn({ title, standfirst, body, standfirstRequired }: Words): PlacedFinding[] {
  const ofField = (field: "title" | "standfirst", text: string): PlacedFinding[] =>
    placeholdersIn(text).map(({ words }) => ({ kind: "placeholder", field, words, from: 0, to: 0 }))
  const missing = { kind: "standfirst-missing", field: "standfirst", words: "", from: 0, to: 0 } as const
  return [
    ...(standfirstRequired && standfirst.trim() === "" ? [missing] : []),
    ...ofField("title", title),
    ...ofField("standfirst", standfirst),
    ...placeholdersOf(body).slice(0, mostTold),
    ...misplacedHeadings(body).slice(0, mostTold),
  ]
}

function placeholdersOf(body: RichTextNode): PlacedFinding[] {
  return textBlocks(body).flatMap(({ prose, from, atom }) =>
    placeholdersIn(prose).map((found) => ({
      kind: "placeholder" as const,
      field: "body" as const,
      words: found.words,
      from: atom ? from : from + found.from,
      to: atom ? from + 1 : from + found.to,
    })),
  )
}

/** A level that is left out is heard as a part that is missing (WCAG 2.2, 1.3.1). The story's title is the first level. */
function misplacedHeadings(body: RichTextNode): PlacedFinding[] {
  let above = 1
  return textBlocks(body).flatMap(({ type, level, text, from }) => {
    // Readers get no empty heading.
    if (type !== "heading" || text.trim() === "") return []
    const skips = level > above + 1
    above = level
    if (!skips) return []
    return [{ kind: "heading-order", field: "body", words: text.trim(), from, to: from + text.length }]
  })
}

/** The places of links in a body; `href` as it is stored there. */
export function linksIn(body: RichTextNode): { href: string; from: number; to: number }[] {
  return textBlocks(body).flatMap(({ links }) => links)
}
