/** What a link to a path of this site leads to. Readers find nothing at one that is `closed`. */
export type InternalLink = { kind: "post" | "author" | "tag" | "page"; slug: string } | { kind: "closed" }

/** What a path of this site leads to, or null where that cannot be told from the path. */
export function internalLink(path: string): InternalLink | null {
  const [first = "", second = "", ...rest] = path
    .replace(/[?#].*$/s, "")
    .split("/")
    .slice(1)
  const kind = lists.get(first)
  if (kind) return second ? { kind, slug: second } : { kind: "closed" }
  if (closed.has(first)) return { kind: "closed" }
  const parts = [first, second].filter(Boolean)
  // A path with a point in it is a file, or a feed.
  if (ofTheSite.has(first) || rest.some(Boolean) || !parts.every((part) => /^[\w-]+$/.test(part))) return null
  return parts.length > 0 ? { kind: "page", slug: parts.join("/") } : null
}

const lists: ReadonlyMap<string, "post" | "author" | "tag"> = new Map([
  ["posts", "post"],
  ["authors", "author"],
  ["tags", "tag"],
])

const closed = new Set(["desk", "sign-in", "setup", "api"])

/** Begin addresses that the site has by itself. */
const ofTheSite = new Set(
  "archive comments corrections feed files fonts images media moderation newsletter rss search uploads".split(
    " ",
  ),
)
