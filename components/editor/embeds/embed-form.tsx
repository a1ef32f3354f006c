import type { Editor } from "@tiptap/core"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { insertEmbed } from "@/components/editor/embeds/insert-embed"
import { Button } from "@/components/ui/button"
import { embedHostNames, embedTarget } from "@/lib/documents/embed-url"

/** Asks for the address of a video, a recording, a map or a chart. Not a form of its own: it stands inside the story's. */
export function EmbedForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  function apply() {
    const target = embedTarget(addressIn(input.current?.value ?? ""))
    if (!target) return setWrong(true)
    insertEmbed(editor, target.url)
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
      aria-label="Embed"
      onKeyDown={onKeyDown}
      // What is typed here is no change of the story yet.
      onInput={(event) => event.stopPropagation()}
      className="absolute start-0 top-full z-20 w-full max-w-md rounded-sm border border-edge bg-paper p-3 shadow-lg"
    >
      <label htmlFor="embed-address" className="text-sm font-semibold">
        Address of what you want to embed
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          ref={input}
          id="embed-address"
          type="text"
          inputMode="url"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder="https://"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? "embed-error" : "embed-hint"}
          className="min-h-10 min-w-0 grow rounded-sm border border-edge bg-field px-3 text-base aria-invalid:border-danger"
        />
        <Button type="button" small onClick={apply}>
          Embed
        </Button>
      </div>
      {wrong ? (
        <p id="embed-error" role="alert" className="mt-1.5 text-sm font-semibold text-danger">
          Nothing can be embedded from this address. It has to be the page of one piece at {embedHostNames}.
          For other sites, paste the address into the text as a link.
        </p>
      ) : (
        <p id="embed-hint" className="mt-1.5 text-sm text-ink-soft">
          From {embedHostNames}.
        </p>
      )}
      <div className="mt-2">
        <Button type="button" look="quiet" small flush onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** Sites offer a piece of HTML as well, whose frame says the same. */
function addressIn(typed: string): string {
  return /<iframe\b[^>]*?\ssrc=["']([^"']+)/i.exec(typed)?.[1]?.replaceAll("&amp;", "&") ?? typed
}
