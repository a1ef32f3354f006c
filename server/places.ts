import type { Target } from "./request-target.ts"

/** A document that may be kept: its key, the address to render, and the places it depends on. */
export type Keepable = {
  key: string
  places: readonly string[]
  /** Addresses of which there are many, or that anybody can make up, may not push out the others. */
  shelf: "front" | "back"
}

/** A change to any story's page or thread; what lists many threads depends on it. */
const anyPost = "post:*"

/** The query names that choose another document, by path. All others are not kept. */
const queryNames: [RegExp, string[]][] = [
  [/^\/($|authors\/|tags\/|archive)/, ["before", "after", "page"]],
  [/^\/posts\/[^/]+\/comments\/\d+$/, ["sort"]],
]

/** Names that advertisers and mail programs hang onto links. No page reads them, so none is asked for. */
const tracking = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/

/** Pages of one person, found by a token or made for one question. */
const personal = [/^\/comments\/(?!feed\.xml$)/, /^\/newsletter\//, /^\/search$/]

/**
 * Whether the answer to GET of this target may be kept, and what it depends on. Everything depends on
 * `everything`, and on `lists`, since the frame of each page names the sections.
 * Nothing here goes stale by itself: a thread that closes by date is announced when it does (`lib/comments/screening/closing.ts`).
 */
export function keepable({ pathname, url, search }: Target): Keepable | null {
  if (personal.some((pattern) => pattern.test(pathname))) return null
  const query = keyQuery(pathname, search)
  if (query === null) return null
  const many = query !== "" || /^\/posts\/[^/]+\/./.test(pathname)
  return { key: url + query, places: placesOf(pathname), shelf: many ? "back" : "front" }
}

/** Whether a document that depends on these places is changed by this one. */
export function dependsOn(places: readonly string[], changed: string): boolean {
  if (changed === "everything" || places.includes(changed)) return true
  return changed.startsWith("post:") && places.includes(anyPost)
}

function placesOf(pathname: string): string[] {
  const slug = /^\/posts\/([^/]+)/.exec(pathname)?.[1]
  if (slug) return [`post:${slug}`, "lists"]
  // Tells of whole past days: a clock says when another is over.
  if (pathname === "/moderation") return ["report", "lists"]
  return pathname === "/comments/feed.xml" ? [anyPost, "lists"] : ["lists"]
}

/** The query in one spelling, or null when it holds a name that is not in the table, or one twice. */
function keyQuery(pathname: string, search: string): string | null {
  if (search === "" || search === "?") return ""
  const allowed = queryNames.find(([pattern]) => pattern.test(pathname))?.[1] ?? []
  const kept = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(search)) {
    if (tracking.test(name)) continue
    if (!allowed.includes(name) || kept.has(name)) return null
    kept.set(name, value)
  }
  kept.sort()
  return kept.size === 0 ? "" : `?${kept}`
}
