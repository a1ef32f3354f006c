import type { RichTextNode } from "@/db/schema/posts"
import { isUnchanged } from "@/lib/documents/diff"
import { metadataOf } from "@/lib/posts/metadata"
import type { Revision } from "@/lib/posts/revisions/queries"

/** Whether a comparison of two versions shows any difference. */
export function hasChanges(before: Revision, after: Revision): boolean {
  return !isUnchanged(saidBy(before), saidBy(after))
}

/** All that a comparison shows of a version. */
function saidBy({
  body,
  title,
  standfirst,
  slug,
  tags,
  bylines,
  leadMediaId,
  pictureAlt,
  ...rest
}: Revision): RichTextNode {
  const names = bylines.map(({ id, part }) => `${id} ${part}`)
  const attrs = {
    title,
    standfirst,
    slug,
    tags: tags.map(({ name }) => name),
    names,
    leadMediaId,
    pictureAlt,
    ...metadataOf(rest),
  }
  return { ...body, attrs }
}
