"use server"

import { cookies } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { ownCookie } from "@/lib/auth/own-cookie"
import { commenterCookie } from "@/lib/commenters/browser-cookie"
import { askRefusals, linkMailed } from "@/lib/commenters/messages"
import { requestOwnLink, requestVerification, resumeMail } from "@/lib/commenters/mutations"
import { findCommenterOfVerified } from "@/lib/commenters/queries"
import { rememberedCommenter } from "@/lib/commenters/remembered"
import { parseEdit } from "@/lib/comments/input"
import { commentRefusals } from "@/lib/comments/messages"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import { parseAppeal } from "@/lib/comments/self-service/appeal-input"
import { editComment } from "@/lib/comments/self-service/edit"
import { parseIntent, parseToken } from "@/lib/comments/self-service/input"
import { deleteComment, setNotifyReplies } from "@/lib/comments/self-service/mutations"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { type FormState, refused } from "@/lib/form-state"
import { readToken } from "@/lib/signed-token"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function editCommentAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  const input = parseEdit(form)
  if (!input.ok) return refused(form, input)

  const remembered = await rememberedCommenter()
  const result = await editComment(id, input.value.comment, { provedHash: remembered?.emailHash })
  if (!result.ok) return refused(form, { message: commentRefusals[result.reason] })

  redirect(ownCommentUrl(id))
}

export async function deleteCommentAction(form: unknown): Promise<void> {
  const id = commentOf(form)
  await deleteComment(id)
  redirect(ownCommentUrl(id))
}

export async function askForProofAction(_: FormState, form: unknown): Promise<FormState> {
  const commentId = commentOf(form)
  const network = await clientIpPrefix()
  const result = await requestVerification({ commentId, network })
  if (!result.ok) return refused(form, { message: askRefusals[result.reason] })
  return {
    status: "done",
    message: linkMailed,
  }
}

export async function askForLinkAction(_: FormState, form: unknown): Promise<FormState> {
  const commentId = commentOf(form)
  const [network, remembered] = await Promise.all([clientIpPrefix(), rememberedCommenter()])
  const result = await requestOwnLink({ commentId, network, provedHash: remembered?.emailHash })
  if (!result.ok) return refused(form, { message: askRefusals[result.reason] })
  return {
    status: "done",
    message: "Check your inbox: the link goes to the address of this comment, once a day at most.",
  }
}

export async function appealAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  const input = parseAppeal(form)
  if (!input.ok) return refused(form, input)

  const result = await submitAppeal(id, input.value.appeal)
  if (!result.ok) return refused(form, { message: commentRefusals[result.reason] })

  redirect(`${ownCommentUrl(id)}#appeal`)
}

export async function notifyRepliesAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  await setNotifyReplies(id, parseIntent(form))
  redirect(`${ownCommentUrl(id)}#answers`)
}

export async function resumeMailAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  const commenter = await findCommenterOfVerified(id)
  if (commenter !== null) await resumeMail(commenter)
  redirect(`${ownCommentUrl(id)}#answers`)
}

export async function forgetBrowserAction(_: FormState, form: unknown): Promise<FormState> {
  commentOf(form)
  const jar = await cookies()
  jar.set(ownCookie(commenterCookie, null))
  return { status: "done", message: "This browser is forgotten. Comments from it have to be proved again." }
}

/** Whoever has the author's link is the author. */
function commentOf(form: unknown): number {
  return readToken("comment-token", parseToken(form)) ?? notFound()
}
