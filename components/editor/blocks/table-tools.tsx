import { type Editor, useEditorState } from "@tiptap/react"
import { Button } from "@/components/ui/button"

/** With its last row or column a table goes. */
export const tableTools: { name: string; run: (editor: Editor) => boolean }[] = [
  { name: "Add row", run: ({ commands }) => commands.addRowAfter() },
  { name: "Add column", run: ({ commands }) => commands.addColumnAfter() },
  { name: "Delete row", run: ({ commands }) => commands.deleteRow() || commands.deleteTable() },
  { name: "Delete column", run: ({ commands }) => commands.deleteColumn() || commands.deleteTable() },
  { name: "Header row", run: ({ commands }) => commands.toggleHeaderRow() },
  { name: "Delete table", run: ({ commands }) => commands.deleteTable() },
]

/** The tools of the table that somebody writes in. */
export function TableTools({ editor }: { editor: Editor }) {
  const inTable = useEditorState({ editor, selector: ({ editor }) => editor.isActive("table") })
  if (!inTable) return null
  return (
    <fieldset aria-label="Table" className="flex flex-wrap gap-1 border-t border-rule py-1.5">
      {tableTools.map(({ name, run }) => (
        <Button
          key={name}
          type="button"
          look="quiet"
          small
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            run(editor)
            editor.view.focus()
          }}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  )
}
