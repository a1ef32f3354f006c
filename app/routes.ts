import type { CacheTag } from "../db/cache-tags.ts"

type TagPattern = CacheTag | "comment:[id]" | "conversation:[id]"

/**
 * Every address of the app, by the pattern of its folder: the one table that the edge reads (`server/edge/router.ts`) and the
 * tests compare with the build. A page or route handler that is missing here fails them.
 */
export type Route = {
  pattern: string
  /** Rendered once for everybody, and held until one of these cache tags changes. `card:*` stands for every story's. */
  held?: readonly TagPattern[]
  /** Names of the query that choose another page, with the spelling of their values; all other names are ignored. */
  query?: Record<string, RegExp>
  /** The largest form that can be posted here, in bytes. Without it a POST is answered 405, unread. */
  form?: number
}

/** A few short fields: sign-in, newsletter, a report. */
const short = 16_384
/** A comment of 65 kB, every byte of it escaped, and the fields beside it. */
const comment = 300_000
/** A story's text, and everything else of it. */
const story = 1_048_576

const before = { before: /^\d{1,16}-\d{1,15}$/ }

/** How the variable parts of a pattern are spelled. What is spelled otherwise has no page. */
export const parts: Record<string, RegExp> = {
  slug: /^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  id: /^[1-9]\d{0,14}$/,
  page: /^[1-9]\d{0,6}$/,
  year: /^\d{4}$/,
  month: /^\d{2}$/,
  part: /^\d{1,15}\.xml$/,
  token: /^[\w.~-]{1,500}$/,
}

export const routes: Route[] = [
  { pattern: "/", held: ["frame", "lists", "card:*"], query: before },
  { pattern: "/archive", held: ["frame", "lists"] },
  {
    pattern: "/archive/[year]/[month]",
    held: ["frame", "list:/archive/[year]/[month]", "card:*"],
    query: before,
  },
  { pattern: "/authors/[slug]", held: ["frame", "list:/authors/[slug]", "card:*"], query: before },
  { pattern: "/authors/[slug]/feed.xml", held: ["list:/authors/[slug]", "post:*"] },
  { pattern: "/tags/[slug]", held: ["frame", "list:/tags/[slug]", "card:*"], query: before },
  { pattern: "/tags/[slug]/feed.xml", held: ["list:/tags/[slug]", "post:*"] },
  { pattern: "/moderation", held: ["frame", "report"] },
  { pattern: "/feed.xml", held: ["lists", "post:*"] },
  { pattern: "/feed.json", held: ["lists", "post:*"] },
  { pattern: "/icon.svg", held: [] },
  { pattern: "/robots.txt", held: [] },
  // It names a date, and no change would ever drop it.
  { pattern: "/.well-known/security.txt" },
  { pattern: "/sitemap.xml", held: ["lists", "post:*"] },
  { pattern: "/sitemap/[part]", held: ["lists", "post:*"] },

  {
    pattern: "/posts/[slug]",
    held: ["frame", "newsletter", "post:[slug]", "form:[slug]", "thread:[slug]"],
    form: comment,
  },
  { pattern: "/posts/[slug]/comment/[id]", held: ["title:[slug]", "comment:[id]"] },
  {
    pattern: "/posts/[slug]/comments/[page]",
    held: ["frame", "post:[slug]", "form:[slug]", "thread:[slug]"],
    query: { sort: /^(oldest|newest|most-answered)$/ },
    form: comment,
  },
  { pattern: "/posts/[slug]/comments/feed.xml", held: ["title:[slug]", "thread:[slug]"] },
  { pattern: "/posts/[slug]/conversation/[id]", held: ["frame", "title:[slug]", "conversation:[id]"] },
  { pattern: "/posts/[slug]/conversation/[id]/[page]", held: ["frame", "title:[slug]", "conversation:[id]"] },
  {
    pattern: "/posts/[slug]/reply/[id]",
    held: ["frame", "title:[slug]", "form:[slug]", "comment:[id]"],
    form: comment,
  },
  { pattern: "/posts/[slug]/report/[id]", held: ["frame", "title:[slug]", "comment:[id]"], form: short },

  { pattern: "/comments/feed.xml", held: ["lists", "title:*", "thread:*"] },
  { pattern: "/comments/erased" },
  { pattern: "/comments/[token]", form: comment },
  { pattern: "/comments/mine/[token]", form: short },
  { pattern: "/comments/mine/[token]/answer", form: short },
  { pattern: "/comments/mine/[token]/export" },
  { pattern: "/comments/prove/[token]", form: short },
  { pattern: "/comments/prove/[token]/answer", form: short },
  { pattern: "/comments/stop/[token]", form: short },
  { pattern: "/comments/stop/[token]/answer", form: short },

  { pattern: "/newsletter", form: short },
  { pattern: "/newsletter/erased" },
  { pattern: "/newsletter/confirm/[token]", form: short },
  { pattern: "/newsletter/confirm/[token]/answer", form: short },
  { pattern: "/newsletter/preferences/[token]", form: short },
  { pattern: "/newsletter/preferences/[token]/answer", form: short },
  { pattern: "/newsletter/unsubscribe/[token]", form: short },
  { pattern: "/newsletter/unsubscribe/[token]/answer", form: short },

  { pattern: "/sign-in", form: short },
  { pattern: "/setup/[token]", form: short },
  { pattern: "/api/auth/leave", form: short },

  { pattern: "/desk" },
  { pattern: "/desk/comments", form: comment },
  { pattern: "/desk/comments/bans", form: comment },
  { pattern: "/desk/comments/bans/new", form: short },
  { pattern: "/desk/comments/bulk", form: 2 * comment },
  { pattern: "/desk/comments/live" },
  { pattern: "/desk/log" },
  { pattern: "/desk/posts", form: short },
  { pattern: "/desk/posts/new", form: story },
  { pattern: "/desk/posts/[id]", form: story },
  { pattern: "/desk/posts/[id]/preview" },
  { pattern: "/desk/settings", form: comment },
]
