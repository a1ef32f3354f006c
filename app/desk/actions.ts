"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { changeFirstRun } from "@/lib/desk/first-run/mutations"
import { type FormState, refused } from "@/lib/form-state"
import { testSentence } from "@/lib/mail/messages"
import { sendTestMail } from "@/lib/mail/mutations"
import { getSettings } from "@/lib/settings/queries"

/** Sends the admin a test message and says how it ended. */
export async function sendTestMailAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "settings.manage")
  if (!staff) return refused(form, { message: anotherPerson })

  const { publicationName } = await getSettings()
  const tested = await sendTestMail(staff, publicationName)

  if (!tested.ok) return refused(form, { message: "You have sent many test messages. Try again in an hour." })
  const message = testSentence(tested.test, staff.email)
  if (tested.test.outcome !== "sent") return refused(form, { message })
  refresh()
  return { status: "done", message }
}

/** Leads to the site, and ticks that off. */
export async function lookAtSiteAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "settings.manage")
  if (staff) await changeFirstRun(staff, "seenSite")
  redirect("/")
}

/** Takes the list of first steps off Today, for good. */
export async function hideFirstStepsAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "settings.manage")
  if (staff) await changeFirstRun(staff, "hidden")
  redirect("/desk")
}
