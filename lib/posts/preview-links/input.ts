import { z } from "zod"
import { formSchema } from "@/lib/parse-form"
import { previewDays } from "@/lib/posts/preview-links/limits"
import { rowNumber } from "@/lib/text/row-number"

export const shareInput = formSchema(
  z.object({ post: rowNumber, days: z.enum(previewDays, "Choose when the link ends.").transform(Number) }),
  { post: 100, days: 100 },
)

export const revocationInput = formSchema(z.object({ post: rowNumber, link: rowNumber }), {
  post: 100,
  link: 100,
})
