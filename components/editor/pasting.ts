import type { EditorProps } from "@tiptap/pm/view"
import { tidyHtml } from "@/components/editor/pasted-html"
import { marksAt, paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"

/**
 * How the editor takes what is pasted or dropped.
 * @param onSkippedPictures hears how many pictures of a page's HTML were left out
 */
export function pasting(onSkippedPictures: (count: number) => void): EditorProps {
  return {
    clipboardTextParser: (text, _context, _plain, { state }) =>
      paragraphsOf(text, state.schema, marksAt(state)),
    transformPastedHTML(html) {
      let skipped = 0
      const tidy = tidyHtml(html, () => skipped++)
      if (skipped > 0) onSkippedPictures(skipped)
      return tidy
    },
    transformPasted: withoutGaps,
  }
}
