import type { Editor } from "@tiptap/core"

/** Links the selected words, or the whole link that the caret is in. Elsewhere the address itself becomes the words. */
export function linkSelection(editor: Editor, href: string, typed: string): void {
  if (editor.state.selection.empty && !editor.isActive("link")) {
    editor
      .chain()
      .insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] })
      .unsetMark("link")
      .run()
    return
  }
  editor.chain().extendMarkRange("link").setLink({ href }).run()
}
