import { LostReply } from "@/components/comments/lost-reply"
import { WithdrawnStory } from "@/components/posts/withdrawn-story"
import { getWithdrawalNotice } from "@/lib/posts/dates/queries"
import { redirectIfMoved } from "../../redirect-if-moved"
import { postCommentAction } from "./actions"

/**
 * An address under which there is no story: it has moved, it was withdrawn and a notice stands in its place, or it was withdrawn while somebody wrote, who gets their words
 * back. A redirect keeps the form that was sent.
 */
export async function LostStory({ slug, rest = "" }: { slug: string; rest?: string }) {
  await redirectIfMoved("posts", slug, rest)
  const notice = rest === "" ? await getWithdrawalNotice(slug) : null
  return (
    <LostReply action={postCommentAction} page={`/posts/${slug}${rest}`}>
      {notice ? <WithdrawnStory notice={notice} /> : undefined}
    </LostReply>
  )
}
