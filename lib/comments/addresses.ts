import { signToken } from "@/lib/signed-token"

/** The author's own page for one comment. */
export function ownPage(id: number): string {
  return `/comments/${signToken("comment-token", id)}`
}

/** A comment's place under its story. */
export function permalink(slug: string, id: number): string {
  return `/posts/${slug}#comment-${id}`
}
