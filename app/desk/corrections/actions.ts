"use server"

import { refresh } from "next/cache"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { closingInput, correctionInput, removalInput } from "@/lib/corrections/input"
import { correctionDone, correctionRefusals } from "@/lib/corrections/messages"
import { addCorrection, closeErrorReport, removeCorrection } from "@/lib/corrections/mutations"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"

export async function addCorrectionAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.publish")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(correctionInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await addCorrection(staff, input.value)

  if (!outcome.ok) return refused(form, { message: correctionRefusals[outcome.reason] })
  refresh()
  return { status: "done", message: correctionDone.added }
}

export async function removeCorrectionAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.publish")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(removalInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await removeCorrection(staff, input.value.correction)

  if (!outcome.ok) return refused(form, { message: correctionRefusals[outcome.reason] })
  refresh()
  return { status: "done", message: correctionDone.removed }
}

export async function closeErrorReportAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "posts.publish")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(closingInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await closeErrorReport(staff, input.value.report)

  if (!outcome.ok) return refused(form, { message: correctionRefusals[outcome.reason] })
  refresh()
  return { status: "done", message: correctionDone.closed }
}
