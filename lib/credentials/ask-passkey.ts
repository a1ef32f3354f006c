import "server-only"
import { randomBytes } from "node:crypto"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { passkeys } from "@/db/schema/credentials"
import { ownCookie, ownName } from "@/lib/auth/own-cookie"
import type { AccountOwner } from "@/lib/auth/staff"
import { type Bond, makeChallenge } from "@/lib/credentials/challenges"
import { passkeyUser } from "@/lib/credentials/passkey-user"
import { relyingParty } from "@/lib/credentials/relying-party"
import type { PasskeyOptions } from "@/lib/credentials/types"
import { webAuthn } from "@/lib/credentials/web-authn"
import { sha256 } from "@/lib/secrets"

/** What a browser is told to make a passkey from. Its owner must be known to the authenticator: a PIN, a face, a finger. */
export async function askForNewPasskey(
  owner: AccountOwner,
  publicationName: string,
): Promise<PasskeyOptions> {
  const challenge = await makeChallenge(registering(owner), owner.id)
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: publicationName,
    rpID: relyingParty().id,
    userID: passkeyUser(owner.id),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge,
    excludeCredentials: await credentialsOf(owner.id),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
}

export function registering({ sessionId }: { sessionId: string }): Bond {
  return { purpose: "register", boundTo: sessionId }
}

/** What a browser is told to prove a passkey with; without a person, any that it has for this site. */
export async function askForPasskey(bond: Bond, staffId?: number): Promise<PasskeyOptions> {
  const challenge = await makeChallenge(bond, staffId)
  const { generateAuthenticationOptions } = await webAuthn()
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge,
    userVerification: "required",
    ...(staffId !== undefined && { allowCredentials: await credentialsOf(staffId) }),
  })
}

async function credentialsOf(staffId: number) {
  const rows = await database()
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.staffId, staffId))
  return rows.map(({ id, transports }) => ({ id: id.toString("base64url"), transports }))
}

const browserCookie = "masthead-passkey"

/** For so long a browser can answer what it was asked at sign-in. */
export const passkeyCookieHours = 1

type Jar = {
  get: (name: string) => { value: string } | undefined
  set: (cookie: ReturnType<typeof ownCookie>) => unknown
}

/** Ties a challenge to this browser before anybody is signed in on it. */
export function bondOfBrowser(jar: Jar, { renew }: { renew: boolean }): Bond {
  const value = renew ? randomBytes(32).toString("base64url") : (jar.get(ownName(browserCookie))?.value ?? "")
  if (renew) jar.set(ownCookie(browserCookie, { value, days: passkeyCookieHours / 24 }))
  return { purpose: "sign_in", boundTo: sha256(value).toString("base64url") }
}
