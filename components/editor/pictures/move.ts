import type { Editor } from "@tiptap/core"
import type { Node, ResolvedPos } from "@tiptap/pm/model"
import { NodeSelection } from "@tiptap/pm/state"

type Step = -1 | 1

/**
 * Moves a picture, a gallery or an embed past the neighbour before (-1) or behind (1) it, and says where it is now. At an
 * end of its gallery a picture moves out.
 */
export function moveNode(editor: Editor, pos: number, step: Step): boolean {
  const { tr } = editor.state
  const $pos = tr.doc.resolve(pos)
  const node = $pos.nodeAfter
  const name = node && names[node.type.name]
  if (!node || !name) return false
  const neighbour = $pos.parent.maybeChild($pos.index() + step)
  if (!neighbour && $pos.depth === 0) {
    tell(editor, `${name} not moved: it already comes ${step === -1 ? "first" : "last"}.`)
    return false
  }
  const target = pos + step * (neighbour?.nodeSize ?? 1)
  tr.delete(pos, pos + node.nodeSize).insert(target, node)
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, target)).scrollIntoView())
  tell(editor, movedWords(name, step, { from: $pos, to: tr.doc.resolve(target) }))
  keepInSight(editor, target)
  return true
}

const names: Readonly<Record<string, string>> = { picture: "Picture", gallery: "Gallery", embed: "Embed" }

function movedWords(name: string, step: Step, { from, to }: { from: ResolvedPos; to: ResolvedPos }): string {
  const left = from.depth > to.depth ? " out of the gallery" : ""
  return `${name} moved ${step === -1 ? "up" : "down"}${left}, ${to.index() + 1} of ${countIn(to.parent)}.`
}

/** An empty line at the end, to write on in, is no block of the text. */
function countIn({ childCount, lastChild }: Node): number {
  const isOpenEnd = lastChild?.type.name === "paragraph" && lastChild.content.size === 0
  return childCount - (isOpenEnd ? 1 : 0)
}

function tell(editor: Editor, sentence: string): void {
  editor.storage.picture.tell(sentence)
}

/** The editor scrolls before the picture is drawn at its new place and has its height. */
function keepInSight(editor: Editor, pos: number): void {
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return
    const moved = editor.view.nodeDOM(pos)
    if (!(moved instanceof HTMLElement)) return
    const framed = moved.querySelector(".writing-picture-shown") ?? moved
    framed.scrollIntoView({ block: "nearest" })
  })
}
