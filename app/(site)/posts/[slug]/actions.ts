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

  const { id, slug, showOwnPage } = result.value
  // The comment is written: no failure of a mail may tell its author otherwise.
  if (mailLink)
    await requestVerification({ commentId: id, ...from }).catch((error) => {
      console.error(`The link to comment ${id} was not mailed: ${withoutEmails(String(error))}`)
    })
  redirect(showOwnPage ? ownCommentUrl(id) : ((await findPermalink(id)) ?? permalink(slug, id)))
}

function answerTo(reason: CommentRefusal) {
  const message = commentRefusals[reason]
  if (reason !== "public-name") return { message }
  const errors = { name: message }
  return { message: summarise(errors), errors }
}
