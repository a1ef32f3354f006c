"use server"

import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { AuthError, CredentialsSignin } from "next-auth"
import { callbackCookie, signIn, TooManyTries } from "@/lib/auth/auth"
import { deskPath } from "@/lib/auth/desk-path"
import { rememberDevice } from "@/lib/auth/device"
import { signInInput } from "@/lib/auth/input"
import { tooManyTries } from "@/lib/auth/messages"
import { ownCookie } from "@/lib/auth/own-cookie"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"

export async function signInAction(_: FormState, form: unknown): Promise<FormState> {
  const input = parseForm(signInInput, form)
  if (!input.ok) return refused(form, input)

  const { email, password, next } = input.value
  try {
    await signIn("credentials", { email, password, redirect: false })
  } catch (error) {
    if (error instanceof TooManyTries)
      return refused(form, { message: tooManyTries(error.retryAfterSeconds) })
    if (error instanceof CredentialsSignin)
      return refused(form, { message: "This email and this password do not belong together." })
    // The cause may hold the address that was typed, and what is thrown is logged.
    throw error instanceof AuthError ? new Error(`Sign-in failed: ${error.name}`) : error
  }

  const jar = await cookies()
  jar.set(ownCookie(callbackCookie, null))
  rememberDevice(jar, email)
  redirect(deskPath(next))
}
