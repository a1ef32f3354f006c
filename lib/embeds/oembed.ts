import { z } from "zod"
import { embedLimits } from "@/lib/documents/limits"
import { oneLine } from "@/lib/text/storable"

/** The title and the author in an answer of oEmbed, or null: words alone, of the HTML and the pictures in it nothing. */
export function readOembed(text: string): { title: string; author: string } | null {
  const described = oembed.safeParse(text).data
  return described?.title ? described : null
}

const words = (longest: number) =>
  z
    .string()
    .catch("")
    // Composing costs more the longer a text is.
    .transform((text) =>
      oneLine(text.slice(0, 2 * longest))
        .slice(0, longest)
        .trim(),
    )

const oembed = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: "custom" })
      return z.NEVER
    }
  })
  .pipe(z.object({ title: words(embedLimits.title), author_name: words(embedLimits.author) }))
  .transform(({ title, author_name: author }) => ({ title, author }))
