import { type Editor, useEditorState } from "@tiptap/react"
import { toolGroups } from "@/components/editor/tools"

type ToolStates = Record<string, { on: boolean; off: boolean }>

/** Which tools apply to what is selected, and which cannot be used there; null until the editor is there. */
export function useToolStates(editor: Editor | null): ToolStates | null {
  return useEditorState({ editor, selector: ({ editor }) => (editor ? statesIn(editor) : null) })
}

function statesIn(editor: Editor): ToolStates {
  const states = toolGroups
    .flat()
    .map((tool) => [tool.name, { on: tool.isOn?.(editor) ?? false, off: tool.isOff?.(editor) ?? false }])
  return { ...Object.fromEntries(states), Link: { on: editor.isActive("link"), off: false } }
}
