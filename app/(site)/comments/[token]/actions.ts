"use server"

import { notFound, redirect } from "next/navigation"
import { ownPage } from "@/lib/comments/addresses"
import { editComment } from "@/lib/comments/edit"
import { parseEdit } from "@/lib/comments/input"
import { deleteComment } from "@/lib/comments/mutations"
import { refusals } from "@/lib/comments/refusals"
import { type FormState, refused } from "@/lib/form-state"
import { readToken } from "@/lib/signed-token"

export async function editCommentAction(_: FormState, form: FormData): Promise<FormState> {
  const id = commentOf(form)
  const input = parseEdit(form)
  if (!input.ok) return refused(form, input)

  const result = await editComment(id, input.value.comment)
  if (!result.ok) return refused(form, { message: refusals[result.reason] })

  redirect(ownPage(id))
}

export async function deleteCommentAction(form: FormData): Promise<void> {
  const id = commentOf(form)
  await deleteComment(id)
  redirect(ownPage(id))
}

/** Whoever has the author's link is the author. */
function commentOf(form: FormData): number {
  return readToken("comment-token", String(form.get("token"))) ?? notFound()
}
