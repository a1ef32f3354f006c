import type { Editor } from "@tiptap/core"
import { type Passage, passagesIn } from "@/components/editor/notes/passages"
import type { RichTextNode } from "@/db/schema/posts"
import { flatText } from "@/lib/documents/flat-text"
import { findQuote, quoteOf, type TextQuote } from "@/lib/documents/text-quote"
import type { PassageNote } from "@/lib/posts/notes/types"

/**
 * Where the passages of open notes stand. One that was found before has moved with the text since; one that was deleted is
 * looked for again, since it may be back.
 */
export function placeNotes(editor: Editor, notes: readonly PassageNote[]): Passage[] {
  const left = passagesIn(editor.state).filter(({ from, to }) => to > from)
  const known = new Map(left.map((one) => [one.id, one]))
  const open = notes.filter(({ resolvedBy }) => resolvedBy === null)
  if (open.every(({ id }) => known.has(id))) return open.flatMap(({ id }) => known.get(id) ?? [])
  const flat = flatText(editor.getJSON() as RichTextNode)
  return open.map(({ id, passage }) => {
    const found = findQuote(flat.text, passage)
    return known.get(id) ?? { id, ...(found ? flat.toPlaces(found) : { from: 0, to: 0 }) }
  })
}

/** What is selected, or the line of the cursor; null where there is no word. */
export function selectedPassage(editor: Editor): TextQuote | null {
  const { selection } = editor.state
  const { $from } = selection
  const range = selection.empty ? { from: $from.start(), to: $from.end() } : selection
  const flat = flatText(editor.getJSON() as RichTextNode)
  return quoteOf(flat.text, flat.toLetters(range))
}
