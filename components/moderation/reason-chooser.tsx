import { type KeyboardEvent, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { longestLine, type RejectionReason, reasons, rejectionReasons } from "@/lib/comments/reasons"
import { keyOf } from "./queue/key-of"
import type { Rejection } from "./queue/queue-store"

type Props = {
  /** Whether a rejection waits for its reason. */
  asked: boolean
  /** The line that was typed for it before, and has not arrived. */
  line: string
  onAnswer: (rejection: Rejection) => void
}

/** Why to reject: one press of a reason, or of its number, decides. None is chosen beforehand. */
export function ReasonChooser({ asked, line: kept, onAnswer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const line = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!asked) return
    if (line.current) line.current.value = kept
    dialog.current?.showModal()
    // No reason is one press of Enter away.
    title.current?.focus()
  }, [asked, kept])

  function choose(reason: RejectionReason) {
    // Gives the focus back to the card first.
    dialog.current?.close()
    answer(reason)
  }

  function answer(reason: RejectionReason | null) {
    onAnswer({ reason, line: line.current?.value ?? "" })
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="reason-title"
      onKeyDown={onKeyDown}
      onClose={() => answer(null)}
      className="m-auto w-80 max-w-full border border-edge bg-paper p-4 font-ui text-sm text-ink backdrop:bg-black/50"
    >
      <h2 ref={title} id="reason-title" tabIndex={-1} className="mb-2 text-base font-semibold outline-none">
        Why reject it?
      </h2>
      <label className="mb-2 flex flex-col gap-1">
        A line to its author, if you like
        <input
          ref={line}
          dir="auto"
          maxLength={longestLine}
          className="rounded-sm border border-edge bg-field px-2 py-1 text-ink pointer-coarse:min-h-11"
        />
      </label>
      <ol className="flex flex-col">
        {rejectionReasons.map((key, index) => (
          <li key={key}>
            <button
              type="button"
              data-reason={key}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => choose(key)}
              className="flex min-h-8 w-full cursor-pointer items-center gap-3 rounded-sm px-2 py-1 text-start hover:bg-raised focus:bg-raised pointer-coarse:min-h-11"
            >
              <kbd aria-hidden className="min-w-6 rounded-sm border border-edge text-center">
                {index + 1}
              </kbd>
              {reasons[key].desk}
            </button>
          </li>
        ))}
      </ol>
      <Button type="button" look="quiet" small flush className="mt-2" onClick={() => dialog.current?.close()}>
        Cancel
      </Button>
    </dialog>
  )
}

function onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  if (event.target instanceof HTMLInputElement) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button[data-reason]")]
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const key = keyOf(event)
  const numbered = /^[1-9]$/.test(key) ? buttons[Number(key) - 1] : undefined
  if (numbered) numbered.click()
  else if (key === "ArrowDown" || key === "j") buttons[(here + 1) % buttons.length]?.focus()
  else if (key === "ArrowUp" || key === "k") buttons.at(here > 0 ? here - 1 : -1)?.focus()
  else return
  event.preventDefault()
}
