import { permanentRedirect } from "next/navigation"
import { LostReply } from "@/components/comments/lost-reply"
import { getSlugAfter } from "@/lib/posts/queries"
import { postCommentAction } from "./actions"

/**
 * An address under which there is no story: it has moved, or it was withdrawn while somebody wrote, who gets their words
 * back. A redirect keeps the form that was sent.
 */
export async function LostStory({ slug, rest = "" }: { slug: string; rest?: string }) {
  const present = await getSlugAfter(slug)
  if (present) permanentRedirect(`/posts/${present}${rest}`)
  return <LostReply action={postCommentAction} page={`/posts/${slug}${rest}`} />
}
