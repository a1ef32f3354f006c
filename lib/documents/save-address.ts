import { z } from "zod"
import { formSchema } from "@/lib/parse-form"
import { rowNumber, rowNumberOrNull } from "@/lib/text/row-number"

/** What is to be done with which text, and which version of it the person saw. */
export function saveAddress<const Intents extends readonly [string, ...string[]]>(intents: Intents) {
  return formSchema(
    z.object({
      intent: z.enum(intents),
      /** Null is a text that was never saved. */
      id: rowNumberOrNull,
      version: z.union([z.literal("").transform(() => 0), rowNumber]),
      /** Names a text that was never saved, so that its first save can be repeated. */
      key: z
        .string()
        .regex(/^[a-z0-9]{1,50}$/)
        .optional(),
    }),
    { intent: 100, id: 100, version: 100, key: 100 },
  )
}
