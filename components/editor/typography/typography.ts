import { Extension } from "@tiptap/core"
import { closeHistory, undo } from "@tiptap/pm/history"
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state"
import { replacementOf } from "@/components/editor/typography/replacement"

/** Where the last replacement ended, until anything else happens. */
const key = new PluginKey<number | null>("typography")

/**
 * Puts the signs of print in place of those of the keyboard. What was typed goes into the text first, so that one undo,
 * or Backspace at once, brings it back.
 */
export const typography = Extension.create({
  name: "typography",
  addProseMirrorPlugins: () => [
    new Plugin<number | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, at) =>
          transaction.getMeta(key) ?? (transaction.docChanged || transaction.selectionSet ? null : at),
      },
      props: {
        handleTextInput(view, from, to, typed) {
          const { state } = view
          if (from !== to || isCode(state)) return false
          const { parent, parentOffset } = state.doc.resolve(from)
          const before = parent.textBetween(0, parentOffset, "", "\ufffc")
          const found = replacementOf(before, typed, document.documentElement.lang)
          if (!found) return false
          view.dispatch(state.tr.insertText(typed, from, to))
          const { tr } = view.state
          tr.insertText(found.text, from - found.back, from + typed.length)
          view.dispatch(closeHistory(tr).setMeta(key, from - found.back + found.text.length))
          view.dispatch(closeHistory(view.state.tr))
          return true
        },
        handleKeyDown(view, { key: pressed, ctrlKey, metaKey, altKey }) {
          const { selection } = view.state
          const isAtOnce = key.getState(view.state) === selection.from && selection.empty
          if (pressed !== "Backspace" || ctrlKey || metaKey || altKey || !isAtOnce) return false
          return undo(view.state, view.dispatch)
        },
      },
    }),
  ],
})

function isCode({ selection, schema, storedMarks }: EditorState): boolean {
  const { $from } = selection
  const marks = storedMarks ?? $from.marks()
  return $from.parent.type.spec.code === true || marks.some(({ type }) => type === schema.marks.code)
}
