import type { Editor } from "@tiptap/core"
import { closeHistory } from "@tiptap/pm/history"
import { findKey, foundIn } from "@/components/editor/find/find"
import { matchesIn } from "@/components/editor/find/matches"

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
