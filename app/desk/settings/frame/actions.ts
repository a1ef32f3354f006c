"use server"

import { refresh } from "next/cache"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { arrangeRows, tellArranged } from "@/lib/form-rows"
import { type FormState, refused } from "@/lib/form-state"
import { parseFrame } from "@/lib/frame/input"
import { linkRows } from "@/lib/frame/limits"
import { frameDone, frameRefusals } from "@/lib/frame/messages"
import { saveFrameLinks } from "@/lib/frame/mutations"
import { parseSitePicture } from "@/lib/media/input"
import { sitePictureDone, sitePictureRefusals } from "@/lib/media/messages"
import { setPublicationPicture } from "@/lib/media/site-pictures"

/** Saves the links of the menu or the footer, or only arranges them in their form. */
export async function saveFrameAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const arranged = arrangeRows(form, linkRows)
  if (arranged)
    return { status: "refused", message: tellArranged("Link", arranged), errors: {}, values: arranged }
  const input = parseFrame(form)
  if (!input.ok) return refused(form, input)

  const outcome = await saveFrameLinks(staff, input.value)

  if (!outcome.ok) return refused(form, { message: frameRefusals[outcome.reason] })
  refresh()
  const { place, links } = input.value
  return { status: "done", message: frameDone(place, links.length === 0) }
}

/** Chooses the logo or the social picture. */
export async function setPictureAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseSitePicture(form)
  if (!input.ok) return refused(form, input)

  const { place, picture } = input.value
  const outcome = await setPublicationPicture(staff, place, picture)

  if (!outcome.ok) return refused(form, { message: sitePictureRefusals[outcome.reason] })
  refresh()
  return { status: "done", message: sitePictureDone(place, picture !== null) }
}
