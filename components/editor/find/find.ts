import { type Editor, Extension } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { type Match, matchesIn } from "@/components/editor/find/matches"

/** What is looked for, where it stands, and which place somebody is at. */
export type TextSearch = { words: string; matches: readonly Match[]; at: number }

export const findKey = new PluginKey<TextSearch>("find")

const nothing: TextSearch = { words: "", matches: [], at: 0 }

declare module "@tiptap/core" {
  interface Storage {
    find: { ask: () => void }
  }
}

/** Marks all places of the words that are looked for. Nothing is searched while nobody looks for anything. */
export const find = Extension.create({
  name: "find",
  addStorage: () => ({ ask: () => {} }),
  addKeyboardShortcuts() {
    return {
      "Mod-f": () => {
        this.storage.ask()
        return true
      },
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin<TextSearch>({
      key: findKey,
      state: {
        init: () => nothing,
        apply: (transaction, found, _, { doc }) => {
          const asked = transaction.getMeta(findKey) as Partial<TextSearch> | undefined
          if (!asked && !(found.words && transaction.docChanged)) return found
          const { words, at } = { ...found, ...asked }
          const matches = matchesIn(doc, words)
          return { words, matches, at: matches.length > 0 ? at % matches.length : 0 }
        },
      },
      props: {
        decorations: (state) => {
          const { matches, at } = findKey.getState(state) ?? nothing
          if (matches.length === 0) return null
          return DecorationSet.create(
            state.doc,
            matches.map(({ from, to }, n) =>
              Decoration.inline(from, to, { class: n === at ? "found found-here" : "found" }),
            ),
          )
        },
      },
    }),
  ],
})

export const foundIn = (editor: Editor): TextSearch => findKey.getState(editor.state) ?? nothing
