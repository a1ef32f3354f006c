import type { Editor } from "@tiptap/core"
import { type KeyboardEvent, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { blockLimits } from "@/lib/documents/limits"

/** Asks for the words of the footnote that is selected, or of a new one. Not a form of its own: it stands inside the story's. */
export function FootnoteForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before = String(editor.getAttributes("footnote").text ?? "")
  const words = useRef<HTMLTextAreaElement>(null)
  useEffect(() => words.current?.focus(), [])

  function apply() {
    const text = words.current?.value.replace(/\s+/g, " ").trim() ?? ""
    if (editor.isActive("footnote")) {
      if (text) editor.commands.updateAttributes("footnote", { text })
      else editor.commands.deleteSelection()
    } else if (text) {
      const { to } = editor.state.selection
      editor.commands.insertContentAt(to, { type: "footnote", attrs: { text } })
    }
    onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose()
    else if (event.key === "Enter" && event.target === words.current && !event.nativeEvent.isComposing)
      apply()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="dialog"
      aria-label="Footnote"
      onKeyDown={onKeyDown}
      // What is typed here is no change of the story yet.
      onInput={(event) => event.stopPropagation()}
      className="absolute start-0 top-full z-20 w-full max-w-md rounded-sm border border-edge bg-paper p-3 shadow-lg"
    >
      <label htmlFor="footnote-words" className="text-sm font-semibold">
        Footnote
      </label>
      <textarea
        ref={words}
        id="footnote-words"
        rows={3}
        dir="auto"
        maxLength={blockLimits.footnote}
        defaultValue={before}
        className="mt-1.5 w-full rounded-sm border border-edge bg-field px-3 py-2 text-base"
      />
      <div className="mt-2 flex gap-2">
        <Button type="button" small onClick={apply}>
          {before ? "Change" : "Add footnote"}
        </Button>
        <Button type="button" look="quiet" small onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
