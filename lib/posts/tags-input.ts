import { z } from "zod"
import { postLimits } from "@/lib/posts/limits"
import { oneLine } from "@/lib/text/storable"

export const tagsTooLong = "Too many tags; 10 at most."

/** Names of tags with commas or line breaks between them; of one that is written in several ways the first. */
export const typedTags = z
  .string()
  .max(2000, tagsTooLong)
  .transform((text) => {
    const names = text
      .split(/[,،、，\n]/)
      .map(oneLine)
      .filter(Boolean)
    const asFirstWritten = new Map<string, string>()
    for (const name of names) {
      const word = name.toLowerCase()
      if (!asFirstWritten.has(word)) asFirstWritten.set(word, name)
    }
    return [...asFirstWritten.values()]
  })
  .pipe(
    z
      .array(z.string().max(postLimits.tag, "A tag is too long; 100 characters at most."))
      .max(postLimits.tags, tagsTooLong),
  )
