"use server"

import { refresh } from "next/cache"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { revocationInput, shareInput } from "@/lib/posts/preview-links/input"
import { previewDone, previewRefusals } from "@/lib/posts/preview-links/messages"
import { revokePreview, sharePreview } from "@/lib/posts/preview-links/mutations"
import type { ShareState } from "@/lib/posts/preview-links/types"

/** Makes a link by which somebody outside reads a story. */
export async function sharePreviewAction(_: ShareState, form: unknown): Promise<ShareState> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(shareInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await sharePreview(staff, input.value)

  if (!outcome.ok) return refused(form, { message: previewRefusals[outcome.reason] })
  refresh()
  return { status: "shared", message: previewDone.shared, link: outcome.link }
}

export async function revokePreviewAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.write-own")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(revocationInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await revokePreview(staff, input.value)

  if (!outcome.ok) return refused(form, { message: previewRefusals[outcome.reason] })
  refresh()
  return { status: "done", message: previewDone.revoked }
}
