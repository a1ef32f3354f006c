import { isDeepStrictEqual } from "node:util"
import type { RevisionContent } from "@/db/schema/post-revisions"
import { picturesIn } from "@/lib/documents/pictures"
import { filledMetadata } from "@/lib/posts/metadata"

type Words = Omit<RevisionContent, "commentMode" | "offFrontPage">
type Chosen = Required<Pick<RevisionContent, "commentMode" | "offFrontPage">>

/** What a revision keeps of a story, in the form in which the database gives it back. */
export function contentOf(story: Words): RevisionContent {
  const { title, standfirst, slug, body, tags, bylines, leadMediaId, picture, pictureAlt } = story
  const content = { title, standfirst, slug, body, tags, bylines, leadMediaId, picture, pictureAlt }
  return JSON.parse(JSON.stringify({ ...content, ...filledMetadata(story) }))
}

/** What was chosen beside the words and is not in force yet. */
export function pending(chosen: Chosen, present: Chosen): Partial<Chosen> {
  return {
    ...(chosen.commentMode === present.commentMode ? {} : { commentMode: chosen.commentMode }),
    ...(chosen.offFrontPage === present.offFrontPage ? {} : { offFrontPage: chosen.offFrontPage }),
  }
}

export function isSameContent(one: RevisionContent, other: RevisionContent): boolean {
  return isDeepStrictEqual(one, other)
}

/** The pictures that a revision has, in its text and before it. */
export function picturesOfContent({ leadMediaId, body }: RevisionContent): number[] {
  const inText = picturesIn(body).map(({ mediaId }) => mediaId)
  return [...new Set(leadMediaId === null ? inText : [leadMediaId, ...inText])]
}
