"use server"

import { rememberedCommenter } from "@/lib/commenters/remembered"
import { parseReport } from "@/lib/comments/input"
import { commentRefusals } from "@/lib/comments/messages"
import { reportComment } from "@/lib/comments/writing/reports"
import { type FormState, refused } from "@/lib/form-state"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function reportCommentAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseReport(form)
  if (!input.ok) return refused(form, input)

  const { mailOutcome, ...report } = input.value
  const commenter = mailOutcome ? await rememberedCommenter() : null
  const network = await clientIpPrefix()
  const result = await reportComment({ ...report, network, commenterId: commenter?.id })
  if (!result.ok) return refused(form, { message: commentRefusals[result.reason] })

  return {
    status: "done",
    message: `Thank you. A moderator will look at this comment.${mailSentence(mailOutcome, result.value.willMail)}`,
  }
}

function mailSentence(asked: boolean, willMail: boolean): string {
  if (willMail) return " You will get a message about what was decided."
  return asked
    ? " You will get no message about it: this browser has proved no address that takes our mail, or the comment was reported from your network before."
    : ""
}
