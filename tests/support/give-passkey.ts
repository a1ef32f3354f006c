import { randomBytes } from "node:crypto"
import { database } from "../../db/client.ts"
import { passkeys } from "../../db/schema/credentials.ts"

/** Gives somebody a passkey that no authenticator has. */
export async function givePasskey(staffId: number, name = "Key"): Promise<void> {
  await database()
    .insert(passkeys)
    .values({
      staffId,
      credentialId: randomBytes(32),
      publicKey: randomBytes(32),
      counter: 0,
      transports: [],
      name,
      backedUp: false,
    })
}
