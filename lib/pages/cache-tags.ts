import { isDeepStrictEqual } from "node:util"
import type { CacheTag } from "@/db/cache-tags"
import type { PagePurpose } from "@/lib/pages/types"

type Link = { path: string; title: string }

/** A published page, as far as readers can tell it from what it was. */
export type PageFace = Link & {
  id: number
  /** Counts up with each change. */
  version: number
  purpose: PagePurpose | null
  parent: Link | null
  children: Link[]
  /** Paths that lead to it. */
  former: string[]
}

/** The cache tags of what readers see differently after a change of pages. Every mutation of pages asks here. */
export function tagsOfPages(before: readonly PageFace[], after: readonly PageFace[]): CacheTag[] {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  const tags = [...ids].flatMap((id) =>
    tagsBetween(
      before.find((face) => face.id === id),
      after.find((face) => face.id === id),
    ),
  )
  return [...new Set(tags)]
}

function tagsBetween(before: PageFace | undefined, after: PageFace | undefined): CacheTag[] {
  const own: CacheTag[] = isDeepStrictEqual(ownOf(before), ownOf(after))
    ? []
    : [before, after].flatMap((face): CacheTag[] => (face ? [`page:${face.path}`] : []))
  // That there is nothing at its former addresses is remembered while it is withdrawn.
  const back = before ? [] : (after?.former ?? []).map((path): CacheTag => `page:${path}`)
  const listed: CacheTag[] =
    before?.version === after?.version && before?.path === after?.path ? [] : ["pages"]
  return [...own, ...back, ...listed, ...tagsOfRules(before, after)]
}

/** What its own page shows: its words, and the pages above and below it. */
function ownOf(face: PageFace | undefined) {
  return face && { path: face.path, version: face.version, parent: face.parent, children: face.children }
}

/** The house rules are linked wherever somebody comments. */
function tagsOfRules(before: PageFace | undefined, after: PageFace | undefined): CacheTag[] {
  const path = (face: PageFace | undefined) => (face?.purpose === "house_rules" ? face.path : null)
  return path(before) === path(after) ? [] : ["house-rules"]
}
