import { type Editor, useEditorState } from "@tiptap/react"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { lookFor, replace, stepTo } from "@/components/editor/find/commands"
import { foundIn } from "@/components/editor/find/find"
import { Button } from "@/components/ui/button"

const field = "min-h-9 min-w-0 grow basis-32 rounded-sm border border-edge bg-field px-2 text-base"

/** Looks for words in the text, and puts others in their place. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { words, matches, at } = useEditorState({ editor, selector: ({ editor }) => foundIn(editor) })
  const wanted = useRef<HTMLInputElement>(null)
  const instead = useRef<HTMLInputElement>(null)
  const [replaced, setReplaced] = useState(0)

  useEffect(() => {
    const { from, to } = editor.state.selection
    const selected = editor.state.doc.textBetween(from, to, "\n")
    if (wanted.current && selected && !selected.includes("\n")) wanted.current.value = selected.slice(0, 200)
    lookFor(editor, wanted.current?.value ?? "")
    // Not every browser moves the focus to what is selected.
    wanted.current?.focus()
    wanted.current?.select()
    return () => {
      if (!editor.isDestroyed) lookFor(editor, "")
    }
  }, [editor])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose()
    else if (event.key === "Enter" && event.target === wanted.current) stepTo(editor, event.shiftKey ? -1 : 1)
    else if (event.key === "Enter" && event.target === instead.current) put(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const put = (all: boolean) => setReplaced(replace(editor, instead.current?.value ?? "", all))
  const none = replaced > 0 ? `${replaced} replaced` : "Not found"
  const count = matches.length === 0 ? none : `${at + 1} of ${matches.length}`
  return (
    <search
      aria-label="In the text"
      onKeyDown={onKeyDown}
      // What is typed here is no change of the story.
      onInput={(event) => event.stopPropagation()}
      className="flex flex-wrap items-center gap-2 border-t border-rule py-2 text-sm"
    >
      <input
        ref={wanted}
        type="text"
        aria-label="Find"
        placeholder="Find"
        maxLength={200}
        onChange={({ target }) => {
          setReplaced(0)
          lookFor(editor, target.value)
        }}
        className={field}
      />
      <input
        ref={instead}
        type="text"
        aria-label="Replace with"
        placeholder="Replace with"
        maxLength={200}
        className={field}
      />
      <span role="status" className="min-w-16 text-ink-soft tabular-nums">
        {words ? count : ""}
      </span>
      <Button type="button" look="quiet" small onClick={() => stepTo(editor, -1)}>
        Previous
      </Button>
      <Button type="button" look="quiet" small onClick={() => stepTo(editor, 1)}>
        Next
      </Button>
      <Button type="button" look="secondary" small onClick={() => put(false)}>
        Replace
      </Button>
      <Button type="button" look="secondary" small onClick={() => put(true)}>
        Replace all
      </Button>
      <Button type="button" look="quiet" small onClick={onClose}>
        Close
      </Button>
    </search>
  )
}
