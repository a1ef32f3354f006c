import { z } from "zod"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"

/** What somebody says whose address stands over a comment. */
export const verificationInput = formSchema(
  z.object({
    answer: z.enum(["yes", "no"]),
    /** The version of the words they saw; no comment has version 0. */
    version: rowNumber.catch(0),
    remember: z.string().optional(),
  }),
  { answer: 100, version: 100, remember: 100 },
)

/** The buttons on the page of everything under an address. */
export const ownInput = formSchema(
  z.object({ wish: z.enum(["erase", "end", "renew"]), confirm: z.string().default("") }),
  { wish: 100, confirm: 1000 },
)

/** The page that ends mail about comments, and a mail program's one click (RFC 8058). */
export const stopInput = formSchema(
  z.object({ wish: z.string().default(""), "List-Unsubscribe": z.string().default("") }),
  { wish: 100, "List-Unsubscribe": 100 },
)
