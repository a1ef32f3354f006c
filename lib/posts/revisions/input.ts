import { z } from "zod"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"
import { oneLine } from "@/lib/text/storable"

const longestName = 120

const which = { post: rowNumber, revision: rowNumber }

export const nameInput = formSchema(
  z.object({
    ...which,
    name: z
      .string()
      .transform(oneLine)
      .pipe(
        z
          .string()
          .min(1, "Write a name for this version.")
          .max(longestName, "The name is too long; 120 characters at most."),
      ),
  }),
  {
    post: 100,
    revision: 100,
    name: { bytes: 8 * longestName, tooLong: "The name is too long; 120 characters at most." },
  },
)

export const restoreInput = formSchema(z.object(which), { post: 100, revision: 100 })
