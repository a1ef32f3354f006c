import { z } from "zod"

/** What a browser writes as JSON is none of what people type: wrong, it is no form of ours. */
export const jsonOf = <T extends z.ZodType>(shape: T) =>
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
