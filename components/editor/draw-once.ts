import type { Editor } from "@tiptap/react"

/** Blocks that React draws. */
const drawnByReact = new Set(["picture", "embed"])

/**
 * Lets a text be drawn once when it is opened, for `onBeforeCreate`. Tiptap draws all of it a second time when React stands
 * by to draw its blocks, which a long text seldom has.
 */
export function drawOnce({ editor }: { editor: Editor }): void {
  const drawAgain = editor.createNodeViews.bind(editor)
  editor.createNodeViews = () => {
    // Without any after it was taken out of the page.
    const isDrawn = !editor.isDestroyed && Object.keys(editor.view.props.nodeViews ?? {}).length > 0
    if (!isDrawn || hasBlockOfReact(editor.state.doc)) drawAgain()
  }
}

function hasBlockOfReact(doc: Editor["state"]["doc"]): boolean {
  let found = false
  doc.descendants((node) => {
    found ||= drawnByReact.has(node.type.name)
    return !found && !node.isTextblock
  })
  return found
}
