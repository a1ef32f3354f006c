import { keyedHash } from "@/lib/secrets"

/** What authenticators keep of a person beside the passkey: it tells neither number nor address (WebAuthn, 14.6.1). */
export function passkeyUser(staffId: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(keyedHash("passkey-user", String(staffId)))
}
