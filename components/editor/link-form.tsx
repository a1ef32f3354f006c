import type { Editor } from "@tiptap/core"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { linkSelection } from "@/components/editor/link-selection"
import { Button } from "@/components/ui/button"
import { guessLinkAddress } from "@/lib/documents/link-url"

/** Asks where the selected words lead. Not a form of its own: it stands inside the story's. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before = String(editor.getAttributes("link").href ?? "")
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  function apply() {
    const typed = input.current?.value.trim() ?? ""
    if (typed === "") return remove()
    const href = guessLinkAddress(typed)
    if (href === null) return setWrong(true)
    linkSelection(editor, href, typed)
    onClose()
  }

  function remove() {
    editor.chain().extendMarkRange("link").unsetLink().run()
    onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose()
    else if (event.key === "Enter" && event.target === input.current) apply()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="dialog"
      aria-label="Link"
      onKeyDown={onKeyDown}
      // What is typed here is no change of the story yet.
      onInput={(event) => event.stopPropagation()}
      className="absolute start-0 top-full z-20 w-full max-w-md rounded-sm border border-edge bg-paper p-3 shadow-lg"
    >
      <label htmlFor="link-address" className="text-sm font-semibold">
        Link to
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          ref={input}
          id="link-address"
          type="text"
          inputMode="url"
          autoCapitalize="off"
          spellCheck={false}
          defaultValue={before}
          placeholder="https://example.org"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? "link-error" : undefined}
          className="min-h-10 min-w-0 grow rounded-sm border border-edge bg-field px-3 text-base aria-invalid:border-danger"
        />
        <Button type="button" small onClick={apply}>
          Apply
        </Button>
      </div>
      {wrong ? (
        <p id="link-error" role="alert" className="mt-1.5 text-sm font-semibold text-danger">
          Write an address such as https://example.org, name@example.org or /about.
        </p>
      ) : null}
      <div className="mt-2 flex gap-2">
        {before ? (
          <Button type="button" look="secondary" small onClick={remove}>
            Remove link
          </Button>
        ) : null}
        <Button type="button" look="quiet" small onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
