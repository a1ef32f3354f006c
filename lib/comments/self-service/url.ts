import { signToken } from "@/lib/signed-token"

/** The author's own page for one comment. */
export function ownCommentUrl(id: number): string {
  return `/comments/${signToken("comment-token", id)}`
}
