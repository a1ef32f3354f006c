import { byPart, partWords } from "@/lib/posts/bylines"
import type { Revision } from "@/lib/posts/revisions/queries"

/** What belongs to a version beside its text and its pictures, each with its label. */
export function revisionFacts(revision: Revision): [string, string][] {
  const { slug, tags, bylines, pictureAlt } = revision
  const credits = byPart(bylines).map(
    ([part, some]) => `${partWords[part].label}: ${some.map(({ name }) => name).join(", ")}`,
  )
  return [
    ["Authors", credits.join("; ")],
    ["Tags", tags.map(({ name }) => name).join(", ")],
    ["Address", `/posts/${slug}`],
    ["Alt text of the lead picture", pictureAlt],
    ["Headline in search results", revision.searchTitle],
    ["Text in search results", revision.searchDescription],
    ["Headline on social networks", revision.socialTitle],
    ["Text on social networks", revision.socialDescription],
    ["Canonical URL", revision.canonicalUrl],
  ]
}
