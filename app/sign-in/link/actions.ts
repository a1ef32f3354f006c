"use server"

import { tooManyTries } from "@/lib/auth/messages"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { linkRequestInput } from "@/lib/staff/input"
import { requestStaffLink } from "@/lib/staff/link-requests"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

/** Asks for a link by mail. The answer is the same for every address. */
export async function requestLinkAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseForm(linkRequestInput, form)
  if (!input.ok) return refused(form, input)

  const asked = await requestStaffLink({ ...input.value, network: await clientIpPrefix() })
  if (!asked.ok) return refused(form, { message: tooManyTries(asked.retryAfterSeconds) })
  return {
    status: "done",
    message:
      "If somebody on the staff has this address, a link is on its way. It works once, within an hour.",
  }
}
