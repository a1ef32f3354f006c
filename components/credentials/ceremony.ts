import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser"
import { unstable_rethrow } from "next/navigation"
import type { PasskeyOptions, PasskeyState } from "@/lib/credentials/types"
import { type FormState, idle, refused } from "@/lib/form-state"

export type PasskeyAction = (state: PasskeyState, form: FormData) => Promise<PasskeyState>

type Ceremony = { action: PasskeyAction; form: FormData }

/**
 * Asks the server what to sign, has the authenticator sign it, and sends that back: the two halves of one form. Throws
 * nothing but what Next throws to lead to another page.
 */
export async function runCeremony({ action, form }: Ceremony): Promise<FormState> {
  form.set("intent", "ask")
  const asked = await send({ action, form })
  if (asked.status !== "asked") return asked
  const signed = await sign(asked.options)
  if (typeof signed === "string") return refused(form, { message: signed })
  form.set("intent", "finish")
  form.set("response", JSON.stringify(signed))
  const answer = await send({ action, form })
  return answer.status === "asked" ? idle : answer
}

/** What the site answers, or a sentence where it did not: no network, or a page older than the last deploy. */
async function send({ action, form }: Ceremony): Promise<PasskeyState> {
  try {
    return await action(idle, form)
  } catch (error) {
    unstable_rethrow(error)
    return refused(form, { message: noAnswer })
  }
}

const noAnswer = "The site did not answer. Check your connection and try again."

/** What the authenticator answers, or the sentence that says why it did not. */
async function sign(options: PasskeyOptions): Promise<object | string> {
  const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser")
  try {
    return "rp" in options
      ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  } catch (error) {
    return sentenceOf(error)
  }
}

function sentenceOf(error: unknown): string {
  const { name, cause } = Object(error) as { name?: string; cause?: { name?: string } }
  const kind = [cause?.name, name]
  if (kind.includes("InvalidStateError")) return "This device has a passkey for your account already."
  if (kind.includes("NotSupportedError")) return "This device cannot create a passkey."
  if (kind.includes("SecurityError"))
    return "Passkeys do not work at this address. They need the site’s own address, over https."
  if (kind.includes("NotAllowedError") || kind.includes("AbortError"))
    return "Cancelled, or it took too long. Try again."
  return "Your browser could not use a passkey here."
}
