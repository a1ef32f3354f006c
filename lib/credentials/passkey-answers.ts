import { z } from "zod"

const bytes = z.string().regex(/^[\w-]{1,8000}$/)

const credential = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}).default({}),
}

const transports = z
  .array(z.string().regex(/^[a-z-]{1,20}$/))
  .max(10)
  .default([])

/** What a browser answers for a new passkey (WebAuthn, `RegistrationResponseJSON`). */
export const newPasskeyAnswer = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports }),
})

/** What it answers to be let in (`AuthenticationResponseJSON`). */
export const passkeyProof = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})
