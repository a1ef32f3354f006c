import { useEffect, useRef } from "react"
import type { EditorKind } from "@/components/editor/kind"
import type { SaverView } from "@/components/editor/saver-tools"
import { savingWords } from "@/components/editor/saving-words"

/** Shows whether what is on the page is saved. Read out when it changes. */
export function SaveStatus({ kind, view }: { kind: EditorKind; view: SaverView }) {
  const line = useRef<HTMLParagraphElement>(null)
  const { state } = view
  useEffect(() => {
    // The button of a step goes with the step, and the focus would be lost with it (WCAG 2.4.3).
    const isStep = state.phase === "saved" && state.wish !== "save"
    if (isStep && document.activeElement === document.body) line.current?.focus({ preventScroll: true })
  }, [state])
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className="flex min-w-0 items-center gap-2 text-sm text-ink-soft"
    >
      {view.dirty ? <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" /> : null}
      <span className="truncate max-md:line-clamp-2 max-md:leading-tight max-md:whitespace-normal">
        {savingWords(view, kind)}
      </span>
    </p>
  )
}
