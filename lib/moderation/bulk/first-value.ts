import { z } from "zod"

/** A name that comes twice in an address counts with its first value. */
export const firstValue = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema)
