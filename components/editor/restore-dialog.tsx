import { useEffect, useRef } from "react"
import { clockTime } from "@/components/editor/clock"
import type { KeptText } from "@/components/editor/kept-text"
import { Button } from "@/components/ui/button"

type Props = { kept: KeptText; onRestore: () => void; onDrop: () => void }

/** Asks about text of an earlier visit before anything new is typed over it. */
export function RestoreDialog({ kept, onRestore, onDrop }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const beginning = firstWords(kept)

  return (
    <dialog
      ref={dialog}
      aria-labelledby="restore-heading"
      // The question must be answered: closing it would leave the text without a keeper.
      onCancel={(event) => event.preventDefault()}
      className="m-auto w-full max-w-md rounded-sm border border-edge bg-paper p-5 text-ink shadow-xl backdrop:bg-black/50"
    >
      <h2 id="restore-heading" className="text-xl">
        You have unsaved text
      </h2>
      <p className="mt-2 text-sm">
        This browser kept it at {clockTime(kept.at)}. It was never saved to the site.
      </p>
      {beginning ? (
        <p dir="auto" className="mt-3 line-clamp-4 border-s-4 border-rule ps-3 font-text text-ink-soft">
          {beginning}
        </p>
      ) : null}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button type="button" small autoFocus onClick={onRestore}>
          Restore my text
        </Button>
        <Button type="button" look="secondary" small onClick={onDrop}>
          Discard it
        </Button>
      </div>
    </dialog>
  )
}

function firstWords({ fields, body }: KeptText): string {
  const found = [fields.title ?? ""]
  const waiting = [body]
  for (let node = waiting.pop(); node && found.join("").length < 300; node = waiting.pop()) {
    if (typeof node.text === "string") found.push(node.text)
    if (Array.isArray(node.content)) waiting.push(...node.content.toReversed())
  }
  return found.filter(Boolean).join(" · ").slice(0, 300)
}
