import type { LostLook } from "@/components/editor/paste/looks"

/** What a paste can lose, besides pictures, which have a notice of their own. */
export type LostKind = "comment" | "embed" | "frame" | "link" | "table" | LostLook

export type Lost = Partial<Record<LostKind, number>>

const names: Record<LostKind, [one: string, many: string]> = {
  comment: ["1 comment in the margin", "comments in the margin"],
  embed: ["1 video or other embedded part", "videos or other embedded parts"],
  frame: [
    "1 player of another site, in whose place is a link",
    "players of other sites, in whose places are links",
  ],
  link: ["1 link that leads nowhere from here", "links that lead nowhere from here"],
  table: [
    "the grid of 1 table, whose cells are paragraphs now",
    "the grids of tables, whose cells are paragraphs now",
  ],
  colour: ["colours", "colours"],
  size: ["font sizes", "font sizes"],
  font: ["fonts", "fonts"],
  highlight: ["highlighting", "highlighting"],
}

/** What was left out, in words; empty when nothing was. */
export function lostWords(lost: Lost): string {
  const parts = (Object.keys(names) as LostKind[]).flatMap((kind) => {
    const count = lost[kind] ?? 0
    const [one, many] = names[kind]
    if (count === 0) return []
    if (count === 1) return [one]
    return [kind === "table" ? many.replace("of tables", `of ${count} tables`) : `${count} ${many}`]
  })
  return parts.length === 0 ? "" : `Left out: ${new Intl.ListFormat("en-GB").format(parts)}.`
}
