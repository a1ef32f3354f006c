import "server-only"
import { eq, sql } from "drizzle-orm"
import { cookies } from "next/headers"
import { z } from "zod"
import { database } from "@/db/client"
import { sessions } from "@/db/schema/staff"
import { deviceCookieName } from "@/lib/auth/device"
import { tooManyTries } from "@/lib/auth/messages"
import { passwordLength } from "@/lib/auth/password-rules"
import { checkPassword } from "@/lib/auth/sign-in"
import type { AccountOwner, Staff } from "@/lib/auth/staff"
import { stepUpMinutes } from "@/lib/auth/step-up-minutes"
import type { Parsed } from "@/lib/form-state"
import { formSchema, parseForm } from "@/lib/parse-form"
import { clientIpPrefix } from "@/lib/visitors/request-origin"

/** Whether somebody proved lately, in this session, who they are; otherwise a form asks for the password too. */
export async function isRecentlyConfirmed(staff: Person): Promise<boolean> {
  const [row] = await database()
    .select({
      lately: sql<boolean>`${sessions.confirmedAt} > now() - make_interval(mins => ${stepUpMinutes})`,
    })
    .from(sessions)
    .where(eq(sessions.id, staff.sessionId))
  return row?.lately === true
}

/** The same for a form that changes roles or credentials, whose `currentPassword` may prove it (ASVS 7.5.1). */
export async function confirmIdentity(staff: Person, form: unknown): Promise<Parsed<null>> {
  if (await isRecentlyConfirmed(staff)) return { ok: true, value: null }
  return requirePassword(staff, form)
}

/** Asks for the password whenever they last proved who they are, under the limits of signing in. */
export async function requirePassword(staff: Person, form: unknown): Promise<Parsed<null>> {
  const input = parseForm(passwordAgain, form)
  if (!input.ok) return input
  const answer = await checkPassword({
    email: staff.email,
    password: input.value.currentPassword,
    network: await clientIpPrefix(),
    device: (await cookies()).get(deviceCookieName())?.value,
  })
  if (answer.ok) {
    await noteConfirmed(staff)
    return { ok: true, value: null }
  }
  if (answer.reason === "wrong") return wrong(notYours)
  return wrong(tooManyTries(answer.retryAfterSeconds))
}

/** Notes that somebody has just proved again, in this session, who they are. */
export async function noteConfirmed({ sessionId }: Person): Promise<void> {
  await database().update(sessions).set({ confirmedAt: sql`now()` }).where(eq(sessions.id, sessionId))
}

type Person = Pick<Staff | AccountOwner, "email" | "sessionId">

const notYours = "This is not your password."

const passwordAgain = formSchema(
  z.object({
    currentPassword: z
      .string()
      .min(1, "Write your password, so that nobody else changes this at a desk you left open.")
      .max(passwordLength.max, notYours)
      .prefault(""),
  }),
  { currentPassword: { bytes: 3 * passwordLength.max, tooLong: notYours } },
)

function wrong(sentence: string): Parsed<null> {
  return { ok: false, errors: { currentPassword: sentence } }
}
