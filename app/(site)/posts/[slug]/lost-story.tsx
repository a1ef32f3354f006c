import { LostReply } from "@/components/comments/lost-reply"
import { postCommentAction } from "./actions"
import { redirectIfMoved } from "./redirect-if-moved"

/**
 * An address under which there is no story: it has moved, or it was withdrawn while somebody wrote, who gets their words
 * back. A redirect keeps the form that was sent.
 */
export async function LostStory({ slug, rest = "" }: { slug: string; rest?: string }) {
  await redirectIfMoved(slug, rest)
  return <LostReply action={postCommentAction} page={`/posts/${slug}${rest}`} />
}
