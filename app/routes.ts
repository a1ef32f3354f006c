import type { CacheTag } from "../db/cache-tags.ts"
import type { Permission } from "../lib/auth/staff.ts"
import { largestUploadForm } from "../lib/media/limits.ts"
import { reservedPageSlugs } from "../lib/pages/reserved-slugs.ts"

type TagPattern = CacheTag | "comment:[id]" | "conversation:[id]"

/**
 * Who may open an address: anyone; somebody who is not signed in; whoever holds the link, since the token in it is the
 * proof; any of the staff; or staff whose roles grant a permission. The page itself asks for it (`requireStaff`).
 */
export type Principal = "anyone" | "signed-out" | "link" | "staff" | Permission

/**
 * Every address of the app, by the pattern of its folder: the one table that the edge reads (`server/edge/router.ts`) and the
 * tests compare with the build. A page or route handler that is missing here fails them.
 */
export type Route = {
  pattern: string
  principal: Principal
  /** Rendered once for everybody, and held until one of these cache tags changes. `card:*` stands for every story's. */
  held?: readonly TagPattern[]
  /** What the link shows is for its holder alone: search engines are told to leave it out, and other pages not of its address. */
  secret?: true
  /** A page is rendered at paths that `/page-paths.txt` names, and at no others. */
  listed?: true
  /** Names of the query that choose another page, with the spelling of their values; all other names are ignored. */
  query?: Record<string, RegExp>
  /** The largest form that can be posted here, in bytes. Without it a POST is answered 405, unread. */
  form?: number
  /** The largest body that a route handler of the desk takes here, in bytes. It is passed on as it comes, never held whole. */
  upload?: number
  /** What is sent there is a few words and no picture, so it takes no place among the uploads. */
  wordsOnly?: true
  /** A page of the desk that `shows` pages of this site in a frame, or is `shown` in one by this site; all others are in none. */
  frames?: "shows" | "shown"
  /** Whether a connection may be handed over here, as for a WebSocket. */
  upgrade?: true
}

/** A few short fields: sign-in, newsletter, a report. */
const short = 16_384
/** A profile: its bio and links, every byte of them escaped. */
const profile = 65_536
/** A comment of 65 kB, every byte of it escaped, and the fields beside it. */
const comment = 300_000
/** A story's or a page's text, and everything else of it. */
const story = 1_048_576

const before = { before: /^\d{1,16}-\d{1,15}$/ }

/** How the variable parts of a pattern are spelled. What is spelled otherwise has no page. */
export const parts: Record<string, RegExp> = {
  slug: /^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  // No page stands at a word of the site's own, so that nothing is rendered to find that out.
  top: new RegExp(`^(?!(?:${reservedPageSlugs.join("|")})$)(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$`),
  child: /^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  id: /^[1-9]\d{0,14}$/,
  page: /^[1-9]\d{0,6}$/,
  year: /^\d{4}$/,
  month: /^\d{2}$/,
  part: /^\d{1,15}\.xml$/,
  token: /^[\w.~-]{1,500}$/,
}

export const routes: Route[] = [
  { pattern: "/", principal: "anyone", held: ["frame", "front", "social", "lists", "card:*"], query: before },
  { pattern: "/archive", principal: "anyone", held: ["frame", "social", "lists"] },
  {
    pattern: "/archive/[year]/[month]",
    principal: "anyone",
    held: ["frame", "social", "list:/archive/[year]/[month]", "card:*"],
    query: before,
  },
  {
    pattern: "/authors/[slug]",
    principal: "anyone",
    held: ["frame", "social", "list:/authors/[slug]", "author:[slug]", "card:*"],
    query: before,
  },
  { pattern: "/authors/[slug]/feed.xml", principal: "anyone", held: ["list:/authors/[slug]", "post:*"] },
  {
    pattern: "/tags/[slug]",
    principal: "anyone",
    held: ["frame", "social", "list:/tags/[slug]", "card:*"],
    query: before,
  },
  { pattern: "/tags/[slug]/feed.xml", principal: "anyone", held: ["list:/tags/[slug]", "post:*"] },
  { pattern: "/moderation", principal: "anyone", held: ["frame", "report", "rules", "house-rules"] },
  { pattern: "/feed.xml", principal: "anyone", held: ["lists", "post:*"] },
  { pattern: "/feed.json", principal: "anyone", held: ["lists", "post:*"] },
  { pattern: "/feed", principal: "anyone" },
  { pattern: "/rss", principal: "anyone" },
  { pattern: "/rss.xml", principal: "anyone" },
  { pattern: "/atom.xml", principal: "anyone" },
  { pattern: "/accent.css", principal: "anyone", held: ["frame"] },
  { pattern: "/icon.svg", principal: "anyone", held: ["logo"] },
  { pattern: "/favicon.ico", principal: "anyone", held: ["logo"] },
  { pattern: "/apple-touch-icon.png", principal: "anyone", held: ["logo"] },
  { pattern: "/robots.txt", principal: "anyone", held: [] },
  // It names a date, and no change would ever drop it.
  { pattern: "/.well-known/security.txt", principal: "anyone" },
  { pattern: "/sitemap.xml", principal: "anyone", held: ["lists", "pages", "post:*"] },
  { pattern: "/sitemap/[part]", principal: "anyone", held: ["lists", "pages", "post:*"] },

  {
    pattern: "/corrections",
    principal: "anyone",
    held: ["frame", "social", "corrections", "title:*"],
    query: before,
  },
  { pattern: "/corrections/feed.xml", principal: "anyone", held: ["corrections", "title:*"] },

  { pattern: "/page-paths.txt", principal: "anyone", held: ["pages"] },
  { pattern: "/[top]", principal: "anyone", held: ["frame", "social", "page:[top]"], listed: true },
  {
    pattern: "/[top]/[child]",
    principal: "anyone",
    held: ["frame", "social", "page:[top]/[child]"],
    listed: true,
  },

  {
    pattern: "/posts/[slug]",
    principal: "anyone",
    held: [
      "frame",
      "social",
      "newsletter",
      "rules",
      "house-rules",
      "post:[slug]",
      "author:*",
      "form:[slug]",
      "thread:[slug]",
    ],
    form: comment,
  },
  { pattern: "/posts/[slug]/comment/[id]", principal: "anyone", held: ["title:[slug]", "comment:[id]"] },
  {
    pattern: "/posts/[slug]/comments/[page]",
    principal: "anyone",
    held: ["frame", "social", "rules", "house-rules", "post:[slug]", "form:[slug]", "thread:[slug]"],
    query: { sort: /^(oldest|newest|most-answered)$/ },
    form: comment,
  },
  {
    pattern: "/posts/[slug]/comments/feed.xml",
    principal: "anyone",
    held: ["title:[slug]", "thread:[slug]"],
  },
  {
    pattern: "/posts/[slug]/conversation/[id]",
    principal: "anyone",
    held: ["frame", "title:[slug]", "conversation:[id]"],
  },
  {
    pattern: "/posts/[slug]/conversation/[id]/[page]",
    principal: "anyone",
    held: ["frame", "title:[slug]", "conversation:[id]"],
  },
  {
    pattern: "/posts/[slug]/reply/[id]",
    principal: "anyone",
    held: ["frame", "rules", "house-rules", "title:[slug]", "form:[slug]", "comment:[id]"],
    form: comment,
  },
  {
    pattern: "/posts/[slug]/report/[id]",
    principal: "anyone",
    held: ["frame", "house-rules", "title:[slug]", "comment:[id]"],
    form: short,
  },
  {
    pattern: "/posts/[slug]/report-error",
    principal: "anyone",
    held: ["frame", "title:[slug]"],
    form: short,
  },

  { pattern: "/comments/feed.xml", principal: "anyone", held: ["lists", "title:*", "thread:*"] },
  { pattern: "/comments/erased", principal: "anyone" },
  { pattern: "/comments/[token]", principal: "link", form: comment },
  { pattern: "/comments/mine/[token]", principal: "link", form: short },
  { pattern: "/comments/mine/[token]/answer", principal: "link", form: short },
  { pattern: "/comments/mine/[token]/export", principal: "link" },
  { pattern: "/comments/prove/[token]", principal: "link", form: short },
  { pattern: "/comments/prove/[token]/answer", principal: "link", form: short },
  { pattern: "/comments/stop/[token]", principal: "link", form: short },
  { pattern: "/comments/stop/[token]/answer", principal: "link", form: short },

  { pattern: "/newsletter", principal: "anyone", form: short },
  { pattern: "/newsletter/erased", principal: "anyone" },
  { pattern: "/newsletter/confirm/[token]", principal: "link", form: short },
  { pattern: "/newsletter/confirm/[token]/answer", principal: "link", form: short },
  { pattern: "/newsletter/preferences/[token]", principal: "link", form: short },
  { pattern: "/newsletter/preferences/[token]/answer", principal: "link", form: short },
  { pattern: "/newsletter/unsubscribe/[token]", principal: "link", form: short },
  { pattern: "/newsletter/unsubscribe/[token]/answer", principal: "link", form: short },

  { pattern: "/preview/[token]", principal: "link", secret: true },

  { pattern: "/sign-in", principal: "signed-out", form: short },
  { pattern: "/sign-in/link", principal: "signed-out", form: short },
  { pattern: "/sign-in/second-factor", principal: "signed-out", form: short },
  { pattern: "/setup/[token]", principal: "link", form: short },
  { pattern: "/api/auth/leave", principal: "anyone", form: short },

  { pattern: "/desk", principal: "staff", form: short },
  { pattern: "/desk/authors", principal: "profiles.manage", form: short },
  { pattern: "/desk/authors/[id]", principal: "profiles.manage", form: profile },
  { pattern: "/desk/authors/[id]/merge", principal: "profiles.manage", form: short },
  { pattern: "/desk/comments", principal: "comments.moderate", form: comment },
  { pattern: "/desk/comments/bans", principal: "comments.moderate", form: comment },
  { pattern: "/desk/comments/bans/new", principal: "comments.moderate", form: short },
  { pattern: "/desk/comments/bulk", principal: "comments.moderate", form: 2 * comment },
  { pattern: "/desk/comments/cards", principal: "comments.moderate" },
  { pattern: "/desk/comments/live", principal: "comments.moderate" },
  { pattern: "/desk/corrections", principal: "posts.publish", form: short },
  { pattern: "/desk/embeds", principal: "posts.write-own", upload: short, wordsOnly: true },
  { pattern: "/desk/front-page", principal: "front-page.manage", form: short },
  { pattern: "/desk/front-page/preview", principal: "front-page.manage" },
  { pattern: "/desk/log", principal: "log.read" },
  { pattern: "/desk/me", principal: "staff", form: profile },
  { pattern: "/desk/media", principal: "media.upload", form: short },
  { pattern: "/desk/media/fetch", principal: "media.upload", upload: short },
  { pattern: "/desk/media/pick", principal: "media.upload" },
  { pattern: "/desk/media/upload", principal: "media.upload", upload: largestUploadForm },
  { pattern: "/desk/media/[id]", principal: "media.upload", form: short },
  { pattern: "/desk/posts", principal: "posts.write-own", form: short },
  { pattern: "/desk/posts/new", principal: "posts.write-own", form: story },
  { pattern: "/desk/posts/[id]", principal: "posts.write-own", form: story },
  { pattern: "/desk/posts/[id]/corrections", principal: "posts.publish", form: short },
  { pattern: "/desk/posts/[id]/presence", principal: "posts.write-own", upload: short, wordsOnly: true },
  { pattern: "/desk/posts/[id]/dates", principal: "posts.publish", form: short },
  { pattern: "/desk/posts/[id]/preview", principal: "posts.write-own", frames: "shows" },
  { pattern: "/desk/posts/[id]/preview/document", principal: "posts.write-own", frames: "shown" },
  { pattern: "/desk/posts/[id]/revisions", principal: "posts.write-own", form: short },
  { pattern: "/desk/posts/[id]/revisions/compare", principal: "posts.write-own" },
  { pattern: "/desk/posts/[id]/share", principal: "posts.write-own", form: short },
  { pattern: "/desk/pages", principal: "pages.edit", form: short },
  { pattern: "/desk/pages/new", principal: "pages.edit", form: story },
  { pattern: "/desk/pages/[id]", principal: "pages.edit", form: story },
  { pattern: "/desk/pages/[id]/preview", principal: "pages.edit" },
  { pattern: "/desk/settings", principal: "comments.moderate", form: comment },
  { pattern: "/desk/settings/frame", principal: "settings.manage", form: short },
  { pattern: "/desk/tags", principal: "tags.manage", form: short },
  { pattern: "/desk/tags/[id]", principal: "tags.manage", form: short },
  { pattern: "/desk/staff", principal: "staff.manage", form: short },
  { pattern: "/desk/staff/[id]", principal: "staff.manage", form: short },
]
