import { randomBytes } from "node:crypto"
import { ownCookie, ownName } from "@/lib/auth/own-cookie"
import { keyedHash, sameBytes } from "@/lib/secrets"

/** How long a browser is remembered as one the person has used; it lets nobody in. */
export const deviceDays = 365

const deviceCookie = "masthead-device"

export function deviceCookieName(): string {
  return ownName(deviceCookie)
}

/**
 * What a browser gets at sign-in: proof that this person has used it (OWASP's device cookie). It holds a
 * random text and its HMAC with the address; neither tells the address.
 */
export function makeDevice(email: string): string {
  const id = randomBytes(16).toString("base64url")
  return `${id}.${sign(id, email)}`
}

/** The browser's own random text when the proof is ours and for this very address, else `null`. */
export function readDevice(value: string | undefined, email: string): string | null {
  const [id = "", proof = ""] = value?.split(".") ?? []
  if (!/^[\w-]{22}$/.test(id)) return null
  return sameBytes(Buffer.from(proof), Buffer.from(sign(id, email))) ? id : null
}

function sign(id: string, email: string): string {
  return keyedHash("device", `${id}\n${email}`).toString("base64url")
}

type CookieJar = {
  get: (name: string) => { value: string } | undefined
  set: (cookie: ReturnType<typeof ownCookie>) => unknown
}

/** Lets a browser count for itself from now on, when this person signs in on it. */
export function rememberDevice(jar: CookieJar, email: string): void {
  const name = deviceCookieName()
  const known = readDevice(jar.get(name)?.value, email) !== null
  const value = known ? (jar.get(name)?.value ?? "") : makeDevice(email)
  jar.set(ownCookie(deviceCookie, { value, days: deviceDays }))
}
