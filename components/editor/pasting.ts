import type { EditorProps } from "@tiptap/pm/view"
import { tidyHtml } from "@/components/editor/pasted-html"
import { marksAt, paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"
import { type LeftOut, leftOut, markOf, withoutMarks } from "@/components/editor/pictures/pasted-pictures"
import type { Skipped } from "@/components/editor/pictures/skipped-pictures"
import { newKey } from "@/components/editor/pictures/upload-placeholders"

/**
 * How the editor takes what is pasted or dropped.
 * @param onSkippedPictures hears which pictures of a page's HTML were left out
 */
export function pasting(onSkippedPictures: (skipped: Skipped) => void): EditorProps {
  return {
    clipboardTextParser: (text, _context, _plain, { state }) =>
      paragraphsOf(text, state.schema, marksAt(state)),
    transformPastedHTML(html) {
      const skipped: (LeftOut | null)[] = []
      const tidy = tidyHtml(withoutMarks(html), (image) => {
        const picture = leftOut(image, newKey())
        skipped.push(picture)
        return picture ? markOf(picture) : ""
      })
      const pictures = skipped.filter((one) => one !== null)
      if (skipped.length > 0) onSkippedPictures({ pictures, away: skipped.length - pictures.length })
      return tidy
    },
    transformPasted: withoutGaps,
  }
}
