"use server"

import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { AuthError, CredentialsSignin } from "next-auth"
import { callbackCookie, SecondStepAsked, signIn, TooManyTries } from "@/lib/auth/auth"
import { deskPath } from "@/lib/auth/desk-path"
import { rememberDevice } from "@/lib/auth/device"
import { countChallenge, countPasskeyTry } from "@/lib/auth/guess-limits"
import { signInInput } from "@/lib/auth/input"
import { tooManyTries } from "@/lib/auth/messages"
import { openSession } from "@/lib/auth/open-session"
import { ownCookie } from "@/lib/auth/own-cookie"
import { keepSecondStep } from "@/lib/auth/second-step-cookie"
import { askForPasskey, bondOfBrowser } from "@/lib/credentials/ask-passkey"
import { checkPasskey } from "@/lib/credentials/check-passkey"
import { nextInput, passkeyProofInput } from "@/lib/credentials/input"
import { credentialRefusals } from "@/lib/credentials/messages"
import { stillHasPasskey } from "@/lib/credentials/passkeys"
import type { PasskeyState } from "@/lib/credentials/types"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

export async function signInAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseForm(signInInput, form)
  if (!input.ok) return refused(form, input)

  const { email, password, next } = input.value
  const jar = await cookies()
  try {
    await signIn("credentials", { email, password, redirect: false })
  } catch (error) {
    if (error instanceof SecondStepAsked) {
      keepSecondStep(jar, error.token)
      redirect(`/sign-in/second-factor?next=${encodeURIComponent(deskPath(next))}`)
    }
    if (error instanceof TooManyTries)
      return refused(form, { message: tooManyTries(error.retryAfterSeconds) })
    if (error instanceof CredentialsSignin)
      return refused(form, { message: "This email and this password do not belong together." })
    // The cause may hold the address that was typed, and what is thrown is logged.
    throw error instanceof AuthError ? new Error(`Sign-in failed: ${error.name}`) : error
  }

  jar.set(ownCookie(callbackCookie, null))
  rememberDevice(jar, email)
  redirect(deskPath(next))
}

/** Signs in whose passkey it is: without an address, and without another step, since its authenticator knew the person. */
export async function signInWithPasskeyAction(_: PasskeyState, form: unknown): Promise<PasskeyState> {
  const input = parseForm(passkeyProofInput, form)
  if (!input.ok) return refused(form, input)
  const [jar, network] = [await cookies(), await clientIpPrefix()]
  if (input.value.intent === "ask") {
    const counted = await countChallenge(network)
    if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
    return { status: "asked", options: await askForPasskey(bondOfBrowser(jar, { renew: true })) }
  }

  const counted = await countPasskeyTry(network)
  if (!counted.ok) return refused(form, { message: tooManyTries(counted.retryAfterSeconds) })
  const checked = await checkPasskey(input.value.response, bondOfBrowser(jar, { renew: false }))
  if (!checked.ok) return refused(form, { message: credentialRefusals[checked.reason] })
  const { id, person } = checked.passkey
  const claim = (tx: Parameters<typeof stillHasPasskey>[0]) => stillHasPasskey(tx, id)
  if (!(await openSession(person, { withSecondFactor: true, claim })))
    return refused(form, { message: credentialRefusals["wrong-passkey"] })
  const next = parseForm(nextInput, form)
  redirect(deskPath(next.ok ? next.value.next : ""))
}
