import { signToken } from "@/lib/signed-token"

/** The author's own page for one comment. */
export function ownPage(id: number): string {
  return `/comments/${signToken("comment-token", id)}`
}

/**
 * An address that leads to a comment under its story, whichever page that is on; for wherever its position is not at
 * hand. What shows many comments, or is read for long, asks `findPermalink` for the place itself.
 */
export function permalink(slug: string, id: number): string {
  return `/posts/${slug}/comment/${id}`
}
