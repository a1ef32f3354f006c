import { type KeyboardEvent, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { noteLimits } from "@/lib/posts/notes/limits"

type Props = {
  label: string
  send: string
  /** Answers what went wrong, or null. */
  onSend: (words: string) => Promise<string | null>
  onCancel: () => void
}

/** Asks for words about a passage. Not a form of its own: it stands inside the story's. What was typed stays until it was taken. */
export function WordsField({ label, send, onSend, onCancel }: Props) {
  const words = useRef<HTMLTextAreaElement>(null)
  const [trouble, setTrouble] = useState("")
  const [busy, setBusy] = useState(false)

  async function submit() {
    if (busy) return
    setBusy(true)
    const answer = await onSend(words.current?.value ?? "")
    setBusy(false)
    setTrouble(answer ?? "")
    if (answer === null) onCancel()
  }

  function cancel() {
    if (!words.current?.value.trim() || window.confirm(discardQuestion)) onCancel()
    else words.current.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") cancel()
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="mt-2">
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a button, and is what comes next.
        autoFocus
        ref={words}
        aria-label={label}
        onKeyDown={onKeyDown}
        // What is typed here is no change of the story.
        onInput={(event) => event.stopPropagation()}
        rows={3}
        dir="auto"
        maxLength={noteLimits.body}
        className="w-full rounded-sm border border-edge bg-field px-2 py-1.5 text-base"
      />
      <p role="alert" className="text-danger">
        {trouble}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button type="button" small aria-disabled={busy || undefined} onClick={submit}>
          {send}
        </Button>
        <Button type="button" look="quiet" small onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

const discardQuestion = "Discard what you wrote here? It was not sent."
