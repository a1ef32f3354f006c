import "server-only"
import { z } from "zod"
import { jsonOf } from "@/lib/credentials/json-field"
import { newPasskeyAnswer, passkeyProof } from "@/lib/credentials/passkey-answers"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const responseBytes = 12_000

const passkeyName = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, "Give the passkey a name.").max(100, "Make it shorter: 100 characters at most."))

/** One's own passkeys: another one in two steps, or one less. */
export const passkeyInput = formSchema(
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("ask"), name: passkeyName }),
    z.object({ intent: z.literal("finish"), name: passkeyName, response: jsonOf(newPasskeyAnswer) }),
    z.object({ intent: z.literal("remove"), passkey: rowNumber }),
  ]),
  { intent: 100, name: 2000, response: responseBytes, passkey: 100 },
)

const proof = [
  z.object({ intent: z.literal("ask") }),
  z.object({ intent: z.literal("finish"), response: jsonOf(passkeyProof) }),
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
