"use server"

import { parseReport } from "@/lib/comments/input"
import { commentRefusals } from "@/lib/comments/messages"
import { reportComment } from "@/lib/comments/writing/reports"
import { type FormState, refused } from "@/lib/form-state"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function reportCommentAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseReport(form)
  if (!input.ok) return refused(form, input)

  const result = await reportComment({ ...input.value, network: await clientIpPrefix() })
  if (!result.ok) return refused(form, { message: commentRefusals[result.reason] })

  return { status: "done", message: "Thank you. A moderator will look at this comment." }
}
