import "server-only"
import type { RegistrationResponseJSON } from "@simplewebauthn/server"
import { relyingParty } from "@/lib/credentials/relying-party"
import { webAuthn } from "@/lib/credentials/web-authn"

/** What is kept of a new passkey, or `null` where it was not made for us, or by somebody whom its authenticator did not know. */
export async function readPasskey(response: RegistrationResponseJSON, expectedChallenge: string) {
  const { verifyRegistrationResponse } = await webAuthn()
  const { id, origin } = relyingParty()
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    if (!registrationInfo) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: Buffer.from(credential.id, "base64url"),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
    }
  } catch {
    // The library throws for whatever is wrong with an answer, and what comes from a browser may be anything.
    return null
  }
}
