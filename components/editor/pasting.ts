import type { EditorProps } from "@tiptap/pm/view"
import { tidyHtml } from "@/components/editor/pasted-html"
import { marksAt, paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"

/**
 * How the editor takes what is pasted or dropped.
 * @param onLostPictures hears how many pictures of a page's HTML were left out
 */
export function pasting(onLostPictures: (count: number) => void): EditorProps {
  return {
    clipboardTextParser: (text, _context, _plain, { state }) =>
      paragraphsOf(text, state.schema, marksAt(state)),
    transformPastedHTML(html) {
      let lost = 0
      const tidy = tidyHtml(html, () => lost++)
      if (lost > 0) onLostPictures(lost)
      return tidy
    },
    transformPasted: withoutGaps,
  }
}
