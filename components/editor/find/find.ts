import { type Editor, Extension } from "@tiptap/core"
import { closeHistory } from "@tiptap/pm/history"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { type Match, matchesIn } from "@/components/editor/find/matches"

/** What is looked for, where it stands, and which place somebody is at. */
export type TextSearch = { words: string; matches: readonly Match[]; at: number }

const findKey = new PluginKey<TextSearch>("find")

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

export function lookFor(editor: Editor, words: string): void {
  const { from } = editor.state.selection
  const at = matchesIn(editor.state.doc, words).findIndex((match) => match.from >= from)
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { words, at: Math.max(at, 0) }))
  show(editor)
}

/** To the next place, or with -1 to the one before. */
export function stepTo(editor: Editor, by: 1 | -1): void {
  const { matches, at } = foundIn(editor)
  if (matches.length === 0) return
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { at: (at + by + matches.length) % matches.length }))
  show(editor)
}

/**
 * Keeps the marks of the replaced words. Replacing all is one step to undo; replacing one moves on to the next match.
 * @returns how many were replaced
 */
export function replace(editor: Editor, words: string, all: boolean): number {
  const { words: wanted, matches, at } = foundIn(editor)
  const { tr } = editor.state
  const replaced = all ? matches.toReversed() : matches.slice(at, at + 1)
  for (const { from, to } of replaced) {
    if (words) tr.insertText(words, from, to)
    else tr.delete(from, to)
  }
  if (!tr.docChanged) return 0
  // Behind the new words, which can hold the old ones.
  const end = (matches[at]?.from ?? 0) + words.length
  const next = all ? 0 : matchesIn(tr.doc, wanted).findIndex(({ from }) => from >= end)
  editor.view.dispatch(closeHistory(tr).setMeta(findKey, { at: Math.max(next, 0) }))
  show(editor)
  return replaced.length
}

function show(editor: Editor): void {
  editor.view.dom.querySelector(".found-here")?.scrollIntoView({ block: "nearest" })
}
