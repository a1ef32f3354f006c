/**
 * What a page shows, and so what changes it. A mutation names the tags it changed, `server/cache/page-tags.ts` says which tags
 * a page carries, and a document is dropped when one of its tags changes.
 */
export type CacheTag =
  /** A story: its words, byline and tags, its address. */
  | `post:${string}`
  /** What the pages of its comments show of a story: title, author, address. */
  | `title:${string}`
  /** Whether a story takes comments, and who reads them first. */
  | `form:${string}`
  /** The comments under a story. */
  | `thread:${string}`
  /** What a list shows of a story: headline, standfirst, byline, first tag, number of comments. */
  | `card:${string}`
  /** A comment on its own pages, by its number. */
  | `comment:${number}`
  /** A conversation on its own pages, by the number of its first comment. */
  | `conversation:${number}`
  /** A page without a date, by its path without the leading slash: its words, the pages above and below it. */
  | `page:${string}`
  /** Which published pages there are, and when each was changed. */
  | "pages"
  /** Whether there are house rules, and where. */
  | "house-rules"
  /** What is told of an author beside the name, by the slug: portrait, title, bio and the like. */
  | `author:${string}`
  /** Which stories an author, a tag or a month has, by the path of their page. */
  | `list:${string}`
  /** Which stories there are at all. */
  | "lists"
  /** What the layout shows on every page: names, logo, menu and footer, bylines. */
  | "frame"
  /** How the front page is arranged: what leads it, which stories it leaves out, its sections. */
  | "front"
  /** The publication's logo and accent colour, of which the icons are made. */
  | "logo"
  /** What links to the publication show elsewhere, where a page has no picture of its own. */
  | "social"
  /** Which corrections there are, and what they say. */
  | "corrections"
  /** The newsletter's form and what is said above it. */
  | "newsletter"
  /** Who may speak without waiting, where a story does not say otherwise. */
  | "rules"
  /** The other rules for comments, and the figures about decisions. */
  | "report"
  /** The files of a picture at their present addresses, by its key: no page carries it, the files do. */
  | `media:${string}`
  | "everything"

/** Each tag is a message to every instance; a change of more than this empties the stores. */
export const mostTags = 400

/** The channel of NOTIFY; the payload is one tag. */
export const cacheTagsChannel = "cache_tags"

/** The tags of one transaction, each once. Files that are taken down are in no store, and so always named. */
export function fewTags(tags: ReadonlySet<CacheTag>): CacheTag[] {
  if (tags.size <= mostTags && !tags.has("everything")) return [...tags]
  return ["everything", ...[...tags].filter((tag) => tag.startsWith("media:"))]
}

type Listener = (tag: CacheTag) => void

// On globalThis, since the server and Next's bundles each load their own copy of this file.
const held = globalThis as { mastheadTagListeners?: Set<Listener> }
held.mastheadTagListeners ??= new Set()
const listeners = held.mastheadTagListeners

/** Calls back for each tag changed in this thread, after commit and before the person is answered. */
export function onTagChanged(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Announces to this thread, which passes it to the edge (`server/edge/edge-thread.ts`); Postgres notifies other instances. */
export function announce(tags: Iterable<CacheTag>): void {
  for (const tag of tags) for (const listener of listeners) listener(tag)
}
