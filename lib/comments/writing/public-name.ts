import type { CommentSubmission, Gathered } from "@/lib/comments/writing/gather"
import { isPublishedName } from "@/lib/posts/section-queries"

/**
 * Whether somebody is to be told that their name is the publication's or a byline's: once, and only of a byline that
 * readers can see. Under any other the comment waits, and its sender does not hear why.
 */
export async function takesPublicName(
  { name, keptName }: CommentSubmission,
  { facts: { takenName }, settings }: Gathered,
): Promise<boolean> {
  if (takenName === null || keptName === name) return false
  return takenName === settings.publicationName || (await isPublishedName(takenName))
}
