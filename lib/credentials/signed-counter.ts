import "server-only"
import type { AuthenticationResponseJSON } from "@simplewebauthn/server"
import { relyingParty } from "@/lib/credentials/relying-party"
import { webAuthn } from "@/lib/credentials/web-authn"

/** The counter that was signed, or `null` where the signature or anything under it is not right. */
export async function signedCounter(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  { credentialId, publicKey }: { credentialId: Buffer; publicKey: Buffer },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webAuthn()
  const { id, origin } = relyingParty()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // The counter is compared where it is stored: of two answers at once each has to be newer than the other.
      credential: {
        id: credentialId.toString("base64url"),
        publicKey: new Uint8Array(publicKey),
        counter: 0,
      },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    // The library throws for whatever is wrong with an answer, and a stranger may send anything.
    return null
  }
}
