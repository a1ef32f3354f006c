"use server"

import { redirect } from "next/navigation"
import { requestVerification } from "@/lib/commenters/mutations"
import { rememberedCommenter } from "@/lib/commenters/remembered"
import { parseComment } from "@/lib/comments/input"
import { type CommentRefusal, commentRefusals, summarise } from "@/lib/comments/messages"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { permalink } from "@/lib/comments/thread/pages"
import { findPermalink } from "@/lib/comments/thread/place"
import { submitComment } from "@/lib/comments/writing/submission"
import { type FormState, refused } from "@/lib/form-state"
import { withoutEmails } from "@/lib/text/without-emails"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function postCommentAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseComment(form)
  if (!input.ok) return refused(form, { ...input, message: input.message ?? summarise(input.errors) })

  const [network, remembered] = await Promise.all([clientIpPrefix(), rememberedCommenter()])
  const { mailLink, ...submission } = input.value
  const from = { network, provedHash: remembered?.emailHash }
  const result = await submitComment({ ...submission, ...from })
  if (!result.ok) return refused(form, answerTo(result.reason))

  const { id, slug, showOwnPage, mayMail } = result.value
  if (mailLink && mayMail && !(await mailLinkTo({ commentId: id, ...from })))
    redirect(`${ownCommentUrl(id)}?link=later`)
  // Of spam nothing is mailed, which its author is not told.
  if (showOwnPage) redirect(`${ownCommentUrl(id)}${mailLink ? "?link=mailed" : ""}`)
  redirect((await findPermalink(id)) ?? permalink(slug, id))
}

/** The comment is written: no failure of a mail may tell its author otherwise. */
async function mailLinkTo(ask: Parameters<typeof requestVerification>[0]): Promise<boolean> {
  try {
    return (await requestVerification(ask)).ok
  } catch (error) {
    console.error(`The link to comment ${ask.commentId} was not mailed: ${withoutEmails(String(error))}`)
    return false
  }
}

function answerTo(reason: CommentRefusal) {
  const message = commentRefusals[reason]
  if (reason !== "public-name") return { message }
  const errors = { name: message }
  return { message: summarise(errors), errors }
}
