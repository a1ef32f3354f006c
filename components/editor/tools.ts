import type { Editor } from "@tiptap/core"
import { redoDepth, undoDepth } from "@tiptap/pm/history"
import type { ToolIconName } from "@/components/editor/tool-icon"

export type Tool = {
  name: string
  icon: ToolIconName
  /** As the tooltip shows it; `Mod` is Ctrl or ⌘. */
  keys?: string
  run: (editor: Editor) => boolean
  /** A tool without a state, such as Undo, has none. */
  isOn?: (editor: Editor) => boolean
  isOff?: (editor: Editor) => boolean
}

const heading = (name: string, level: 2 | 3 | 4): Tool => ({
  name,
  icon: `h${level}`,
  keys: `Mod+Alt+${level}`,
  run: (editor) => editor.commands.toggleHeading({ level }),
  isOn: (editor) => editor.isActive("heading", { level }),
})

/** The tools of the text in their groups. The link is not among them: it has a form. */
export const toolGroups: Tool[][] = [
  [
    {
      name: "Undo",
      icon: "undo",
      keys: "Mod+Z",
      run: (editor) => editor.commands.undo(),
      isOff: ({ state }) => undoDepth(state) === 0,
    },
    {
      name: "Redo",
      icon: "redo",
      keys: "Mod+Shift+Z",
      run: (editor) => editor.commands.redo(),
      isOff: ({ state }) => redoDepth(state) === 0,
    },
  ],
  [heading("Heading", 2), heading("Subheading", 3), heading("Small heading", 4)],
  [
    {
      name: "Bold",
      icon: "bold",
      keys: "Mod+B",
      run: (editor) => editor.commands.toggleBold(),
      isOn: (editor) => editor.isActive("bold"),
    },
    {
      name: "Italic",
      icon: "italic",
      keys: "Mod+I",
      run: (editor) => editor.commands.toggleItalic(),
      isOn: (editor) => editor.isActive("italic"),
    },
  ],
  [
    {
      name: "Bulleted list",
      icon: "bullets",
      keys: "Mod+Shift+8",
      run: (editor) => editor.commands.toggleBulletList(),
      isOn: (editor) => editor.isActive("bulletList"),
    },
    {
      name: "Numbered list",
      icon: "numbers",
      keys: "Mod+Shift+7",
      run: (editor) => editor.commands.toggleOrderedList(),
      isOn: (editor) => editor.isActive("orderedList"),
    },
    {
      name: "Block quote",
      icon: "quote",
      keys: "Mod+Shift+B",
      run: (editor) => editor.commands.toggleBlockquote(),
      isOn: (editor) => editor.isActive("blockquote"),
    },
    {
      name: "Divider",
      icon: "rule",
      run: (editor) => editor.commands.setHorizontalRule(),
    },
  ],
]
