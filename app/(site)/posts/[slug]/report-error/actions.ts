"use server"

import { errorReportInput } from "@/lib/corrections/input"
import { errorReportAnswers } from "@/lib/corrections/messages"
import { reportError } from "@/lib/corrections/report-error"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function reportErrorAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseForm(errorReportInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await reportError({ ...input.value, network: await clientIpPrefix() })

  const message = errorReportAnswers[outcome]
  return outcome === "taken" ? { status: "done", message } : refused(form, { message })
}
