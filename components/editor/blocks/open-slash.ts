import type { Editor } from "@tiptap/core"
import { slashKey } from "@/components/editor/blocks/slash"
import type { ToolSlash } from "@/components/editor/blocks/tool-slash"

/** Opens the menu where somebody writes: in this paragraph if it is empty, or in a new one under it. */
export function openSlash(editor: Editor): void {
  const { $from } = editor.state.selection
  const isEmpty = $from.parent.type.name === "paragraph" && $from.parent.content.size === 0
  if (isEmpty)
    editor
      .chain()
      .insertContent("/")
      .command(({ tr }) => Boolean(tr.setMeta(slashKey, "slash" satisfies ToolSlash)))
      .run()
  else {
    const after = $from.depth > 0 ? $from.after(1) : editor.state.doc.content.size
    editor
      .chain()
      .insertContentAt(after, { type: "paragraph", content: [{ type: "text", text: "/" }] })
      .setTextSelection(after + 2)
      .command(({ tr }) => Boolean(tr.setMeta(slashKey, "paragraph" satisfies ToolSlash)))
      .scrollIntoView()
      .run()
  }
  editor.view.focus()
}
