import { type Route, routes } from "../../app/routes.ts"
import { matching, narrowed } from "../cache/page-tags.ts"

/** The table of routes in columns, for people: what is rendered anew for each visitor has no cache tags. */
export function routeLines(): string[] {
  const rows = routes.map(({ pattern, principal, held, query = {}, form }) => [
    pattern,
    principal,
    Object.keys(query).join(" ") || "–",
    form ? `${Math.round(form / 1000)} kB` : "–",
    held ? [...held, "everything"].join(" ") : "not held",
  ])
  return inColumns([["address", "who", "query", "form", "held until one of these changes"], ...rows])
}

/** Which pages a change of a cache tag drops, and by which tag of theirs. */
export function droppedBy(tag: string): string[] {
  const rows = routes.flatMap((route) => {
    const by = reasonFor(route, tag)
    return by ? [[route.pattern, by]] : []
  })
  if (rows.length === 0) return [`No page carries ${tag}: nothing is dropped.`]
  return inColumns([["a page at", `is dropped by ${tag}, since it carries`], ...rows])
}

function reasonFor({ held }: Route, tag: string): string | null {
  if (!held) return null
  if (tag === "everything") return tag
  const carried = held.find((one) => matching(tag).includes(one) || spells(one, tag))
  if (!carried || !narrowed.has(carried)) return carried ?? null
  return `${carried}, narrowed to the stories it links to where it is known which those are`
}

/** Whether a tag with variable parts, as `comment:[id]`, can stand for this one. */
function spells(pattern: string, tag: string): boolean {
  const fixed = pattern.split(/\[\w+\]/).map((text) => text.replace(/[.*+?^${}()|\\]/g, "\\$&"))
  return fixed.length > 1 && new RegExp(`^${fixed.join("[^/]+")}$`).test(tag)
}

function inColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  )
}
