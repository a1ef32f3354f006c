import type { Route } from "../../app/routes.ts"

/** The cache tags of the page at a path, as far as its route and the path say. Every page depends on `everything`, too. */
export function tagsOfPage({ pattern, held = [] }: Route, pathname: string): string[] {
  const segments = pathname.split("/")
  const parts = pattern.split("/").map((name, at) => [name, segments[at] ?? ""] as const)
  const variable = parts.filter(([name]) => name.startsWith("["))
  return held.map((tag) =>
    variable.reduce<string>((filled, [name, value]) => filled.replace(name, value), tag),
  )
}

/** More stories or authors on one page are not told apart. */
const mostLinked = 100

/**
 * The tags of a rendered page. Whatever shows something of a story or an author links to it, so that every story's `post:`
 * and `card:` become those of the stories on the page. A new comment can be from any story: `thread:*` stays.
 */
export function tagsOfDocument(tags: readonly string[], body: Buffer): string[] {
  if (!tags.some((tag) => narrowed.has(tag))) return [...tags]
  const text = body.toString("latin1")
  const linked = (path: RegExp) => [...new Set([...text.matchAll(path)].map(([, slug = ""]) => slug))]
  const [stories, authors] = [linked(/\/posts\/([a-z0-9-]+)/g), linked(/\/authors\/([a-z0-9-]+)/g)]
  return tags.flatMap((tag) => {
    const slugs = tag === "author:*" ? authors : stories
    const isNarrow = narrowed.has(tag) && slugs.length <= mostLinked
    return isNarrow ? slugs.map((slug) => tag.replace("*", slug)) : [tag]
  })
}

/**
 * What can make a page exist: never what its stories look like in lists; and a story that is published again under
 * another address leads there from its old ones. Pages without a date name their former addresses themselves.
 */
export function tagsOfMissing(tags: readonly string[]): string[] {
  const own = tags.filter((tag) => !narrowed.has(tag))
  return own.some((tag) => tag.startsWith("page:")) ? own : [...own, "lists"]
}

/** Tags that a rendered page carries for the stories and authors it links to only. */
export const narrowed = new Set(["post:*", "title:*", "card:*", "author:*"])

/** Whether a page with these tags is another one after this change. */
export function dependsOn(tags: readonly string[], changed: string): boolean {
  return changed === "everything" || matching(changed).some((tag) => tags.includes(tag))
}

/** The tags of a page that a change of this one concerns. */
export function matching(changed: string): string[] {
  const kind = changed.indexOf(":") + 1
  return kind > 0 ? [changed, `${changed.slice(0, kind)}*`] : [changed]
}
