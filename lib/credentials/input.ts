import "server-only"
import { z } from "zod"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

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
const registration = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports }),
})

/** What it answers to be let in (`AuthenticationResponseJSON`). */
const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})

/** What a browser writes as JSON is none of what people type: wrong, it is no form of ours. */
const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: "custom", message: "Something went wrong. Reload the page and try again." })
        return z.NEVER
      }
    })
    .pipe(shape)

const responseBytes = 12_000

const passkeyName = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, "Give the passkey a name.").max(100, "Make it shorter: 100 characters at most."))

/** One's own passkeys: another one in two steps, or one less. */
export const passkeyInput = formSchema(
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("ask"), name: passkeyName }),
    z.object({ intent: z.literal("finish"), name: passkeyName, response: json(registration) }),
    z.object({ intent: z.literal("remove"), passkey: rowNumber }),
  ]),
  { intent: 100, name: 2000, response: responseBytes, passkey: 100 },
)

const proof = [
  z.object({ intent: z.literal("ask") }),
  z.object({ intent: z.literal("finish"), response: json(assertion) }),
] as const

/** Proves a passkey, to sign in or once more. */
export const passkeyProofInput = formSchema(z.discriminatedUnion("intent", [...proof]), {
  intent: 100,
  response: responseBytes,
})

const code = z
  .string()
  .trim()
  .min(1, "Enter the code.")
  .max(40, "Enter the six digits, or one of your recovery codes.")

/** The second step of signing in. */
export const secondStepInput = formSchema(
  z.discriminatedUnion("intent", [z.object({ intent: z.literal("code"), code }), ...proof]),
  { intent: 100, code: 200, response: responseBytes },
)

/** The authenticator app. */
export const totpInput = formSchema(
  z.discriminatedUnion("intent", [
    z.object({ intent: z.enum(["begin", "off", "codes"]) }),
    z.object({ intent: z.literal("confirm"), code }),
  ]),
  { intent: 100, code: 200 },
)

/** Where to go after signing in. */
export const nextInput = formSchema(z.object({ next: z.string().default("") }), { next: 2000 })
