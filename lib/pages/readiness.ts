import { hasFigures, picturesIn } from "@/lib/documents/pictures"
import { hasPlaceholder } from "@/lib/documents/placeholder"
import { plainText } from "@/lib/documents/rich-text"
import type { PageInput } from "@/lib/pages/input"

/** What a page lacks before readers may see it, or null. */
export function missingOf({
  title,
  body,
}: Pick<PageInput, "title" | "body">):
  | "title-missing"
  | "body-missing"
  | "placeholder-left"
  | "alt-missing"
  | null {
  if (title === "") return "title-missing"
  const pictures = picturesIn(body)
  const words = plainText(body)
  if (words.trim() === "" && !hasFigures(body)) return "body-missing"
  if (hasPlaceholder(words)) return "placeholder-left"
  // WCAG 2.2, 1.1.1: a picture has a text in its place unless it says nothing that the text does not say.
  return pictures.some(({ alt, decorative }) => alt === "" && !decorative) ? "alt-missing" : null
}
