import type { postBylines } from "@/db/schema/posts"
import type { Profile } from "@/lib/authors/types"

export type BylinePart = (typeof postBylines.$inferSelect)["part"]

/** A byline of a story in a list. */
export type CardByline = { slug: string; name: string; part: BylinePart }

/** A byline of a story with what is shown of the author. */
export type StoryByline = Profile & { id: number; part: BylinePart }

/** The parts in the order in which readers are told of them: what each is called, and how it is said before a name. */
export const partWords: Record<BylinePart, { label: string; by: string }> = {
  words: { label: "Words", by: "Posted by" },
  photographs: { label: "Photographs", by: "Photographs by" },
  translation: { label: "Translation", by: "Translated by" },
  editing: { label: "Editing", by: "Edited by" },
}

export const bylineParts = Object.keys(partWords) as [BylinePart, ...BylinePart[]]

/** No story has more bylines. */
export const mostBylines = 20

/** Bylines by their part, each part in its order. */
export function byPart<T extends { part: BylinePart }>(bylines: readonly T[]): [BylinePart, T[]][] {
  return bylineParts.flatMap((part): [BylinePart, T[]][] => {
    const some = bylines.filter((byline) => byline.part === part)
    return some.length > 0 ? [[part, some]] : []
  })
}

/** Who wrote a story: the bylines of words, or the others where nobody is named for words. */
export function writersOf<T extends { part: BylinePart }>(bylines: readonly T[]): T[] {
  return byPart(bylines)[0]?.[1] ?? []
}

/** Each author once, in the order of the bylines. */
export function eachOnce<T extends { slug: string }>(bylines: readonly T[]): T[] {
  return bylines.filter(({ slug }, at) => bylines.findIndex((one) => one.slug === slug) === at)
}

/** A byline as it is stored. */
export type StoredByline = { authorId: number; part: BylinePart }

/**
 * What becomes of the bylines that somebody wishes who may place their own alone: the others stay as they are and in
 * their order, whatever the wish says of them.
 */
export function placeOwn(
  ownId: number | null,
  { wished, present }: { wished: readonly StoredByline[]; present: readonly StoredByline[] },
): StoredByline[] {
  const result = present.filter(({ authorId }) => authorId !== ownId)
  for (const [at, byline] of wished.entries())
    if (byline.authorId === ownId) result.splice(Math.min(at, result.length), 0, byline)
  return result
}
