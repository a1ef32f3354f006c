"use server"

import { cookies } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { ownCookie } from "@/lib/auth/own-cookie"
import { commenterCookie } from "@/lib/commenters/browser-cookie"
import { askForLink, askForProof, resumeMail } from "@/lib/commenters/mutations"
import { findCommenterOfProved } from "@/lib/commenters/queries"
import { askRefusals } from "@/lib/commenters/refusals"
import { rememberedCommenter } from "@/lib/commenters/remembered"
import { parseEdit } from "@/lib/comments/input"
import { commentRefusals } from "@/lib/comments/refusals"
import { ownPage } from "@/lib/comments/self-service/addresses"
import { appeal } from "@/lib/comments/self-service/appeal"
import { parseAppeal } from "@/lib/comments/self-service/appeal-input"
import { editComment } from "@/lib/comments/self-service/edit"
import { parseToken, parseWish } from "@/lib/comments/self-service/input"
import { deleteComment, setNotifyReplies } from "@/lib/comments/self-service/mutations"
import { type FormState, refused } from "@/lib/form-state"
import { readToken } from "@/lib/signed-token"
import { clientNetwork } from "@/lib/visitors/request-origin"

export async function editCommentAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  const input = parseEdit(form)
  if (!input.ok) return refused(form, input)

  const remembered = await rememberedCommenter()
  const result = await editComment(id, input.value.comment, { provedHash: remembered?.emailHash })
  if (!result.ok) return refused(form, { message: commentRefusals[result.reason] })

  redirect(ownPage(id))
}

export async function deleteCommentAction(form: unknown): Promise<void> {
  const id = commentOf(form)
  await deleteComment(id)
  redirect(ownPage(id))
}

export async function askForProofAction(_: FormState, form: unknown): Promise<FormState> {
  const commentId = commentOf(form)
  const network = await clientNetwork()
  const result = await askForProof({ commentId, network })
  if (!result.ok) return refused(form, { message: askRefusals[result.reason] })
  return {
    status: "done",
    message:
      "Check your inbox: a message with a link goes to the address you typed, once a day at most. An earlier link works as well.",
  }
}

export async function askForLinkAction(_: FormState, form: unknown): Promise<FormState> {
  const commentId = commentOf(form)
  const [network, remembered] = await Promise.all([clientNetwork(), rememberedCommenter()])
  const result = await askForLink({ commentId, network, provedHash: remembered?.emailHash })
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

  const result = await appeal(id, input.value.appeal)
  if (!result.ok) return refused(form, { message: commentRefusals[result.reason] })

  redirect(`${ownPage(id)}#appeal`)
}

export async function notifyRepliesAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  await setNotifyReplies(id, parseWish(form))
  redirect(`${ownPage(id)}#answers`)
}

export async function resumeMailAction(_: FormState, form: unknown): Promise<FormState> {
  const id = commentOf(form)
  const commenter = await findCommenterOfProved(id)
  if (commenter !== null) await resumeMail(commenter)
  redirect(`${ownPage(id)}#answers`)
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
