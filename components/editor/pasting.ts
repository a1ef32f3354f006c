import type { EditorProps } from "@tiptap/pm/view"
import { tidyHtml } from "@/components/editor/pasted-html"
import { marksAt, paragraphsOf, withoutGaps } from "@/components/editor/pasted-text"

/** How the editor takes what is pasted or dropped. */
export const pasting: EditorProps = {
  clipboardTextParser: (text, _context, _plain, { state }) =>
    paragraphsOf(text, state.schema, marksAt(state)),
  transformPastedHTML: tidyHtml,
  transformPasted: withoutGaps,
}
