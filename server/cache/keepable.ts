import type { Route } from "../../app/routes.ts"
import type { RequestTarget } from "../request-target.ts"
import { tagsOfPage } from "./page-tags.ts"

/** A document that may be kept: its key, the address to render, and the cache tags it carries as far as its path says. */
export type Keepable = {
  key: string
  tags: readonly string[]
  /** Addresses of which there are many, or that anybody can make up, may not push out the others. */
  shelf: "front" | "back"
}

/** The page of every address that does not exist. It shows the newest stories. */
export const notFoundPage: Keepable = {
  key: "/_not-found",
  tags: ["frame", "lists", "card:*"],
  shelf: "front",
}

/**
 * The same where the newsletter's own links lead, which end for reasons of their own. Of three parts, since an address
 * of one or two may be a page's.
 */
export const newsletterNotFoundPage: Keepable = { ...notFoundPage, key: "/_not-found/newsletter/link" }

/**
 * How the answer to GET of this target is kept, and which cache tags it carries; "missing" where the query
 * has a value that no page has. Names that the route does not know, as advertisers and mail programs hang onto
 * links, and second values of a name, choose no page, and so they are ignored.
 * Nothing here goes stale by itself: a thread that closes by date is announced when it does (`lib/settings/closing.ts`).
 */
export function keepable({ pathname, url, search }: RequestTarget, route: Route): Keepable | "missing" {
  const given = new URLSearchParams(search)
  const kept = new URLSearchParams()
  for (const [name, spelled] of Object.entries(route.query ?? {})) {
    const value = given.get(name)
    if (value === null) continue
    if (!spelled.test(value)) return "missing"
    kept.set(name, value)
  }
  const key = kept.size === 0 ? url : `${url}?${kept}`
  const many = kept.size > 0 || /^\/posts\/[^/]+\/./.test(pathname)
  return { key, tags: tagsOfPage(route, pathname), shelf: many ? "back" : "front" }
}
