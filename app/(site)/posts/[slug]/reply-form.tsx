import { CommentForm } from "@/components/comments/comment-form"
import { readFirst } from "@/lib/comments/messages"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { modeOf } from "@/lib/settings/comment-modes"
import { getHouseRules } from "@/lib/settings/queries"
import type { Settings } from "@/lib/settings/shape"
import { postCommentAction } from "./actions"

type Props = {
  post: { slug: string } & Parameters<typeof modeOf>[0]
  settings: Settings
  page: string
  replyTo?: number
  asPage?: boolean
}

/** The reply form of a story, under the rules that hold for it. */
export async function ReplyForm({ post, settings, ...rest }: Props) {
  const mode = modeOf(post, settings)
  return (
    <CommentForm
      {...rest}
      action={postCommentAction}
      story={post.slug}
      made={formStamp()}
      closed={mode === "closed" ? "Comments are closed." : undefined}
      readFirst={readFirst[mode]}
      rulesShown={settings.moderationReport}
      houseRules={await getHouseRules()}
    />
  )
}
