import { hasFigures, picturesIn } from "@/lib/documents/pictures"
import { placeholderLeft } from "@/lib/documents/placeholder"
import { plainText } from "@/lib/documents/rich-text"
import type { PageInput } from "@/lib/pages/input"
import { showsNothing } from "@/lib/text/storable"

/** `words`: the part of a proposed text that is still to be written, as it stands there. */
type Missing =
  | { reason: "title-missing" | "body-missing" | "alt-missing" }
  | { reason: "placeholder-left"; words: string }

/** What a page lacks before readers may see it, or null. */
export function missingOf({ title, body }: Pick<PageInput, "title" | "body">): Missing | null {
  if (title === "") return { reason: "title-missing" }
  const pictures = picturesIn(body)
  const words = plainText(body)
  if (showsNothing(words) && !hasFigures(body)) return { reason: "body-missing" }
  const left = placeholderLeft(words)
  if (left !== null) return { reason: "placeholder-left", words: left }
  // WCAG 2.2, 1.1.1: a picture has a text in its place unless it says nothing that the text does not say.
  return pictures.some(({ alt, decorative }) => alt === "" && !decorative) ? { reason: "alt-missing" } : null
}
