import { z } from "zod"

/** A row's number as an address or a form carries it; "1abc" is none. Fifteen digits are exact in JavaScript. */
export const rowNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "This is not a number.")
  .transform(Number)

/** The same where a field may be empty: null then. */
export const rowNumberOrNull = z.union([z.literal("").transform(() => null), rowNumber])
