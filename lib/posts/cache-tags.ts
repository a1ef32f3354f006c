import { isDeepStrictEqual } from "node:util"
import type { CacheTag } from "@/db/cache-tags"
import type { ChosenLinks, PurposePage } from "@/lib/frame/types"
import { type CardByline, eachOnce } from "@/lib/posts/bylines"
import type { FrontPlace } from "@/lib/posts/front-page"
import { type Month, monthPath } from "@/lib/posts/month"

type Named = { slug: string; name: string }

/** A published story, as far as other pages than its own show it. */
export type StoryFace = {
  /** Counts up with each change. */
  version: number
  slug: string
  title: string
  standfirst: string
  picture: string
  leadMediaId: number | null
  offFrontPage: boolean
  publishedAt: Date
  /** Whether another site had it first. */
  isElsewhere: boolean
  month: Month
  bylines: CardByline[]
  tags: Named[]
  /** The mode that holds, whoever set it. */
  commentMode: string
}

/** What the frame of every page shows of stories and pages, and the links that staff chose for it. */
export type Sections = ChosenLinks & { hasStories: boolean; tags: Named[]; pages: PurposePage[] }

/** What readers see of a story and around it; `story` is null while it is not published. */
export type StoryView = {
  story: StoryFace | null
  sections: Sections
  /** Which stories the front page shows where. */
  front: FrontPlace[]
}

/** The cache tags of what readers see differently after a change of a story. Every mutation of stories asks here. */
export function tagsOfStory(before: StoryView, after: StoryView): CacheTag[] {
  const frame: CacheTag[] = isDeepStrictEqual(before.sections, after.sections) ? [] : ["frame"]
  // A story that is kept off the front page is left out of the older ones behind it, too.
  const isSame =
    isDeepStrictEqual(before.front, after.front) && before.story?.offFrontPage === after.story?.offFrontPage
  const front: CacheTag[] = isSame || !before.story || !after.story ? [] : ["front"]
  return [...frame, ...front, ...tagsBetween(before.story, after.story)]
}

function tagsBetween(before: StoryFace | null, after: StoryFace | null): CacheTag[] {
  const form: CacheTag[] =
    before && after && before.commentMode !== after.commentMode ? [`form:${before.slug}`] : []
  // Moderators change the mode without making another version, and so do editors with the date.
  if (before && before.version === after?.version) return [...form, ...datesBetween(before, after)]
  if (before && after) {
    const [were, are] = [listsOf(before), listsOf(after)]
    const moved = [
      ...were.filter((list) => !are.includes(list)),
      ...are.filter((list) => !were.includes(list)),
    ]
    const card: CacheTag[] = isDeepStrictEqual(cardOf(before), cardOf(after)) ? [] : [`card:${before.slug}`]
    const title: CacheTag[] = isDeepStrictEqual(titleOf(before), titleOf(after))
      ? []
      : [`title:${before.slug}`, `title:${after.slug}`]
    // The sitemap has it or has it no more; one that has it not carries no tag of its own.
    const listed: CacheTag[] = before.isElsewhere === after.isElsewhere ? [] : ["lists"]
    return [`post:${before.slug}`, `post:${after.slug}`, ...title, ...form, ...card, ...moved, ...listed]
  }
  const one = before ?? after
  return one ? [`post:${one.slug}`, `title:${one.slug}`, "lists", ...listsOf(one)] : []
}

/** Whatever shows a story's date, or has its place among others by it. */
function datesBetween(before: StoryFace, after: StoryFace): CacheTag[] {
  if (before.publishedAt.getTime() === after.publishedAt.getTime()) return []
  const { slug } = after
  return [`post:${slug}`, `card:${slug}`, "lists", ...new Set([...listsOf(before), ...listsOf(after)])]
}

function listsOf({ bylines, tags, month }: StoryFace): CacheTag[] {
  return [
    ...eachOnce(bylines).map(({ slug }): CacheTag => `list:/authors/${slug}`),
    ...tags.map((tag): CacheTag => `list:/tags/${tag.slug}`),
    `list:${monthPath(month)}`,
  ]
}

/** What the pages of its comments show; the authors' own comments are marked there. */
function titleOf({ slug, title, bylines }: StoryFace) {
  return { slug, title, authors: [...new Set(bylines.map((byline) => byline.slug))].toSorted() }
}

/** What `components/posts/post-card.tsx` and its like show. */
function cardOf({ slug, title, standfirst, picture, leadMediaId, bylines, tags: [first] }: StoryFace) {
  return { slug, title, standfirst, picture, leadMediaId, bylines, first }
}
