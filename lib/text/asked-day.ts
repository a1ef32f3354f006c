import { z } from "zod"

/** A day in an address, as a date field writes it; anything else counts as not asked. Postgres has no year 0. */
export const askedDay = z.iso
  .date()
  .refine((day) => !day.startsWith("0000"))
  .optional()
  .catch(undefined)
