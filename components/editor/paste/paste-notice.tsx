import { type Editor, useEditorState } from "@tiptap/react"
import { pasteReportKey } from "@/components/editor/paste/report"
import { Button } from "@/components/ui/button"

/** Says what a paste left out, and takes it back. */
export function PasteNotice({ editor }: { editor: Editor | null }) {
  const report = useEditorState({
    editor,
    selector: ({ editor }) => (editor ? (pasteReportKey.getState(editor.state) ?? null) : null),
  })
  const close = () => {
    if (!editor) return
    editor.view.dispatch(editor.state.tr.setMeta(pasteReportKey, null))
    editor.view.focus()
  }
  return (
    <div role="status">
      {report ? (
        <p className="mb-3 flex flex-wrap items-baseline gap-2 border-s-4 border-edge bg-raised px-4 py-2 text-sm">
          {report.words}
          {report.mayUndo ? (
            <Button
              type="button"
              look="secondary"
              small
              onClick={() => {
                editor?.commands.undo()
                close()
              }}
            >
              Undo paste
            </Button>
          ) : null}
          <Button type="button" look="quiet" small onClick={close}>
            Close
          </Button>
        </p>
      ) : null}
    </div>
  )
}
