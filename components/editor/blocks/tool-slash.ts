import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state"

/** What “Add block” put into the text for its menu: it goes with the menu. */
export type ToolSlash = "slash" | "paragraph"

/** Takes that away, together with as many letters typed behind it; its paragraph goes if nothing is left in it. */
export function withoutToolSlash(
  { tr }: EditorState,
  { from, put, letters = 0 }: { from: number; put?: ToolSlash | undefined; letters?: number },
): Transaction {
  const $from = tr.doc.resolve(from)
  if (put === "paragraph" && $from.parent.content.size === letters + 1) {
    const held = tr.selection.$from.sameParent($from)
    tr.delete($from.before(), $from.after())
    if (held) tr.setSelection(Selection.near(tr.doc.resolve($from.before()), -1))
  } else tr.delete(from, from + letters + 1)
  // Undo must not bring it back.
  return tr.setMeta("addToHistory", false)
}

/** Whether a paragraph still begins with the slash here. */
export function holdsSlash({ doc }: EditorState, from: number): boolean {
  const { parent, parentOffset } = doc.resolve(from)
  return parent.type.name === "paragraph" && parentOffset === 0 && parent.textContent.startsWith("/")
}
