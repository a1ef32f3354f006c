import { Fragment, type Mark, type Node, type Schema, Slice } from "@tiptap/pm/model"
import type { EditorState } from "@tiptap/pm/state"

/** The marks that a word typed here would have. */
export function marksAt({ selection, storedMarks }: EditorState): readonly Mark[] {
  const { $from, $to, empty } = selection
  return storedMarks ?? (empty ? null : $from.marksAcross($to)) ?? $from.marks()
}

/**
 * Plain text as paragraphs. Where blank lines part them, a single line break is one; where there are none,
 * each line is a paragraph. A part of a line keeps the blanks at its ends.
 */
export function paragraphsOf(text: string, schema: Schema, marks: readonly Mark[] = []): Slice {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^\n+|\n\s*$/g, "")
  const isPartOfLine = !/[\r\n]/.test(text)
  const gap = /\n[^\S\n]*\n/.test(lines) ? /\n(?:[^\S\n]*\n)+/ : /\n/
  const paragraphs = lines.split(gap).map((paragraph) => {
    const inlines = paragraph.split("\n").flatMap((line, at) => {
      const words = isPartOfLine ? line : line.trim()
      const rest = words ? [schema.text(words, marks)] : []
      return at === 0 ? rest : [schema.nodes.hardBreak?.create() ?? schema.text(" "), ...rest]
    })
    return schema.node("paragraph", null, inlines)
  })
  // Open at both ends: the first and the last paragraph continue what they are pasted into.
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

/** Without the empty paragraphs that word processors put between paragraphs. */
export function withoutGaps(slice: Slice): Slice {
  const kept: Node[] = []
  slice.content.forEach((node, _, at) => {
    const edge = at === 0 || at === slice.content.childCount - 1
    const blank = node.type.name === "paragraph" && node.textContent.trim() === ""
    if (edge || !blank) kept.push(node)
  })
  return new Slice(Fragment.from(kept), slice.openStart, slice.openEnd)
}
