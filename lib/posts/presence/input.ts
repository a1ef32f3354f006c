import { z } from "zod"
import { formSchema } from "@/lib/parse-form"

/** What an open page says of itself. `typed`: seconds since something was last typed there, empty where nothing was. */
export const presenceInput = formSchema(
  z.object({
    tab: z.string().regex(/^[a-z0-9]{1,50}$/),
    intent: z.enum(["renew", "leave"]),
    typed: z
      .string()
      .regex(/^\d{0,6}$/)
      .transform((seconds) => (seconds === "" ? null : Number(seconds)))
      .default(null),
  }),
  { tab: 100, intent: 100, typed: 100 },
)
