import type { Editor } from "@tiptap/core"
import type { ToolIconName } from "@/components/editor/tool-icon"

export type Tool = {
  name: string
  icon: ToolIconName
  /** As the tooltip shows it; `Mod` is Ctrl or ⌘. */
  keys?: string
  run: (editor: Editor) => void
  /** A tool without a state, such as Undo, has none. */
  isOn?: (editor: Editor) => boolean
  isOff?: (editor: Editor) => boolean
}

const heading = (name: string, level: 2 | 3 | 4): Tool => ({
  name,
  icon: `h${level}`,
  keys: `Mod+Alt+${level}`,
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive("heading", { level }),
})

/** The tools of the text in their groups. The link is not among them: it has a form. */
export const toolGroups: Tool[][] = [
  [
    {
      name: "Undo",
      icon: "undo",
      keys: "Mod+Z",
      run: (editor) => editor.chain().focus().undo().run(),
      isOff: (editor) => !editor.can().undo(),
    },
    {
      name: "Redo",
      icon: "redo",
      keys: "Mod+Shift+Z",
      run: (editor) => editor.chain().focus().redo().run(),
      isOff: (editor) => !editor.can().redo(),
    },
  ],
  [heading("Heading", 2), heading("Subheading", 3), heading("Small heading", 4)],
  [
    {
      name: "Bold",
      icon: "bold",
      keys: "Mod+B",
      run: (editor) => editor.chain().focus().toggleBold().run(),
      isOn: (editor) => editor.isActive("bold"),
    },
    {
      name: "Italic",
      icon: "italic",
      keys: "Mod+I",
      run: (editor) => editor.chain().focus().toggleItalic().run(),
      isOn: (editor) => editor.isActive("italic"),
    },
  ],
  [
    {
      name: "Bulleted list",
      icon: "bullets",
      keys: "Mod+Shift+8",
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
      isOn: (editor) => editor.isActive("bulletList"),
    },
    {
      name: "Numbered list",
      icon: "numbers",
      keys: "Mod+Shift+7",
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      isOn: (editor) => editor.isActive("orderedList"),
    },
    {
      name: "Block quote",
      icon: "quote",
      keys: "Mod+Shift+B",
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
      isOn: (editor) => editor.isActive("blockquote"),
    },
    {
      name: "Divider",
      icon: "rule",
      run: (editor) => editor.chain().focus().setHorizontalRule().run(),
    },
  ],
]
