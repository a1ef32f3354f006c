import type { CacheTag } from "@/db/cache-tags"

/** What became of a profile; `stories` are the addresses of the published stories that name it. */
type ProfileChange = {
  slugs: readonly string[]
  /** Whether name or address changed, which stories, lists and feeds show. */
  renamed: boolean
  stories: readonly string[]
}

/** The cache tags of what readers see differently after a change of a profile. */
export function tagsOfProfile({ slugs, renamed, stories }: ProfileChange): CacheTag[] {
  const own = slugs.map((slug): CacheTag => `author:${slug}`)
  return renamed ? [...own, ...tagsOfNames(stories)] : own
}

type Merge = {
  /** The present and former addresses of what was merged, and the address of what it was merged into. */
  slugs: readonly string[]
  /** Published stories that have another byline now. */
  stories: readonly string[]
  /** Published stories under which an answer of the staff becomes one of an author's. */
  marked: readonly string[]
}

/** The same after a merge. Former addresses lead elsewhere now. */
export function tagsOfMerge({ slugs, stories, marked }: Merge): CacheTag[] {
  return [
    ...slugs.flatMap((slug): CacheTag[] => [`author:${slug}`, `list:/authors/${slug}`]),
    ...tagsOfNames(stories),
    ...marked.flatMap((slug): CacheTag[] => [`post:${slug}`, `title:${slug}`]),
  ]
}

function tagsOfNames(stories: readonly string[]): CacheTag[] {
  return stories.flatMap((slug): CacheTag[] => [`post:${slug}`, `card:${slug}`])
}
