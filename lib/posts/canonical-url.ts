import { z } from "zod"
import { postLimits } from "@/lib/posts/limits"
import { oneLine } from "@/lib/text/storable"

export const canonicalUrlTooLong = "The address is too long; 2,000 characters at most."

/** Where the story appeared first: an absolute web address, as the link in the page's head spells it. */
export const canonicalUrl = z
  .string()
  .transform(oneLine)
  .pipe(z.string().max(postLimits.canonicalUrl, canonicalUrlTooLong))
  .refine(
    (text) => text === "" || isWebAddress(text),
    "Use the whole address, starting with https:// or http://, without a user name.",
  )
  .transform((text) => (text === "" ? "" : new URL(text).href))
  .pipe(z.string().max(postLimits.canonicalUrl, canonicalUrlTooLong))

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false
  const { username, password, hostname } = new URL(text)
  return username === "" && password === "" && hostname !== ""
}
