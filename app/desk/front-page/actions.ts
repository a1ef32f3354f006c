"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import type { Staff } from "@/lib/auth/staff"
import { requireSender } from "@/lib/auth/viewer"
import { checkFields } from "@/lib/documents/save-answer"
import { arrangeRows, tellArranged } from "@/lib/form-rows"
import { type FormState, refused } from "@/lib/form-state"
import { type FrontForm, parseFrontPage } from "@/lib/front/input"
import { sectionRows } from "@/lib/front/limits"
import { frontDone, frontRefusals } from "@/lib/front/messages"
import { discardFrontDraft, publishFrontPage, saveFrontDraft } from "@/lib/front/mutations"
import { getSettings } from "@/lib/settings/queries"

/** Saves the front page's draft, shows it to readers, or throws it away; or only arranges its sections in the form. */
export async function frontPageAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "front-page.manage")
  if (!staff) return refused(form, { message: anotherPerson })
  const arranged = arrangeRows(form, sectionRows)
  if (arranged)
    return { status: "refused", message: tellArranged("Section", arranged), errors: {}, values: arranged }
  const input = parseFrontPage(form, (await getSettings()).timeZone)
  if (!input.ok) return refused(form, { message: checkFields, ...input })

  const { intent } = input.value
  const outcome = await acts[intent](staff, input.value)

  if (!outcome.ok) {
    const sentence = frontRefusals[outcome.reason]
    return outcome.at
      ? refused(form, { message: checkFields, errors: { [outcome.at]: sentence } })
      : refused(form, { message: sentence })
  }
  if (intent === "preview") redirect("/desk/front-page/preview")
  refresh()
  return { status: "done", message: frontDone[intent] }
}

const acts = {
  save: saveFrontDraft,
  preview: saveFrontDraft,
  publish: publishFrontPage,
  discard: (staff: Staff, { version }: FrontForm) => discardFrontDraft(staff, version),
}
