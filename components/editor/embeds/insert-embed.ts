import type { Editor } from "@tiptap/core"
import type { EditorState } from "@tiptap/pm/state"
import { insertAt, textBehind } from "@/components/editor/pictures/insert-pictures"

/** Whether somebody writes in an empty paragraph of the text itself, where a player can stand. */
export function isOnEmptyLine({ selection: { empty, $from } }: EditorState): boolean {
  return (
    empty && $from.depth === 1 && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0
  )
}

/** Puts a player behind the block that somebody is in, or in its place where it is empty; writing goes on below it. */
export function insertEmbed({ state, view }: Editor, url: string): void {
  const node = state.schema.nodes.embed?.create({ url })
  if (!node) return
  const { tr } = state
  const behind = insertAt(tr, state.selection.to, [node])
  tr.setSelection(textBehind(tr, behind)).setMeta(embedAdded, true)
  view.dispatch(tr.scrollIntoView())
}

/** Names what a transaction has in its `meta` where somebody has asked for a player. */
export const embedAdded = "embedAdded"

/** Puts a link in place of a player. */
export function replaceByLink({ state: { doc, schema, tr }, view }: Editor, pos: number): void {
  const node = doc.nodeAt(pos)
  if (node?.type.name !== "embed") return
  const { url, title } = node.attrs
  const link = schema.text(title || url, [schema.mark("link", { href: url })])
  view.dispatch(tr.replaceWith(pos, pos + node.nodeSize, schema.node("paragraph", null, [link])))
}
