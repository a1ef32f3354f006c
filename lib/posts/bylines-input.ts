import { z } from "zod"
import { bylineParts, mostBylines } from "@/lib/posts/bylines"

/** Who is credited on it, in order. `id` is null of the one who saves it, who may have no profile yet. */
export const typedBylines = z
  .string()
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue("Choose the authors again.")
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(
        z.object({ id: z.int().min(1).max(999_999_999_999_999).nullable(), part: z.enum(bylineParts) }),
        "Choose the authors again.",
      )
      .max(mostBylines, `Too many authors; ${mostBylines} at most.`),
  )
