import { type Editor, Extension } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"

/** Where the passage of a note stands; nothing is between `from` and `to` once all of it was deleted. */
export type Passage = { id: number; from: number; to: number }

type Passages = { passages: readonly Passage[]; active: number | null }

const nothing: Passages = { passages: [], active: null }
const key = new PluginKey<Passages>("passages")

declare module "@tiptap/core" {
  interface Storage {
    passages: PassageStorage
  }
}

type PassageStorage = { ask: () => void; select: (id: number) => void }

/** Marks the passages that have notes. They are shown and never part of the document, and move with what is typed before them. */
export const passages = Extension.create({
  name: "passages",
  addStorage: (): PassageStorage => ({ ask: () => {}, select: () => {} }),
  addKeyboardShortcuts() {
    return {
      "Mod-Alt-m": () => {
        this.storage.ask()
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    const storage: PassageStorage = this.storage
    return [
      new Plugin<Passages>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, before) => {
            const told = transaction.getMeta(key) as Partial<Passages> | undefined
            if (!told && (!transaction.docChanged || before.passages.length === 0)) return before
            const { mapping } = transaction
            const moved = before.passages.map(({ id, from, to }) => {
              const start = mapping.map(from, 1)
              return { id, from: start, to: Math.max(start, mapping.map(to, -1)) }
            })
            return { ...before, passages: moved, ...told }
          },
        },
        props: {
          decorations: (state) => {
            const { passages: shown, active } = key.getState(state) ?? nothing
            if (shown.length === 0) return null
            return DecorationSet.create(
              state.doc,
              shown
                .filter(({ from, to }) => to > from)
                .map(({ id, from, to }) =>
                  Decoration.inline(from, to, { class: id === active ? "noted noted-here" : "noted" }),
                ),
            )
          },
          handleClick: (view, at) => {
            const found = passagesIn(view.state).filter(({ from, to }) => from <= at && at < to)
            // Of several the one with the fewest words around the place.
            const [one] = found.toSorted((a, b) => a.to - a.from - (b.to - b.from))
            if (one) storage.select(one.id)
            return false
          },
        },
      }),
    ]
  },
})

export function passagesIn(state: Editor["state"]): readonly Passage[] {
  return key.getState(state)?.passages ?? []
}

export function markPassages(editor: Editor, marked: readonly Passage[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { passages: marked }).setMeta("addToHistory", false))
}

/** Brings a note's passage into view; false where nothing is left of it. */
export function showPassage(editor: Editor, id: number): boolean {
  const found = passagesIn(editor.state).find((one) => one.id === id)
  editor.view.dispatch(editor.state.tr.setMeta(key, { active: id }))
  if (!found || found.to <= found.from) return false
  editor.view.dom.querySelector(".noted-here")?.scrollIntoView({ block: "center" })
  return true
}
