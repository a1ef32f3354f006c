import type { KeyboardEvent, RefObject } from "react"
import { Button } from "@/components/ui/button"
import { reasons, rejectionReasons } from "@/lib/comments/reasons"

type Props = { dialog: RefObject<HTMLDialogElement | null>; onChoose: (reason: string) => void }

/** Why to reject, by number or with the arrows; Enter or a second r takes the one that has the focus. */
export function ReasonChooser({ dialog, onChoose }: Props) {
  function choose(reason: string) {
    // Gives the focus back to the card first.
    dialog.current?.close()
    onChoose(reason)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button[data-reason]")]
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const by = (step: number) => buttons[(here + step + buttons.length) % buttons.length]
    const numbered = /^[1-9]$/.test(event.key) ? buttons[Number(event.key) - 1] : undefined
    if (numbered) numbered.click()
    else if (event.key === "r") buttons[Math.max(here, 0)]?.click()
    else if (event.key === "ArrowDown" || event.key === "j") by(1)?.focus()
    else if (event.key === "ArrowUp" || event.key === "k") by(-1)?.focus()
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Why reject it?"
      onKeyDown={onKeyDown}
      className="m-auto w-80 max-w-full border border-edge bg-paper p-4 font-ui text-sm text-ink backdrop:bg-ink/40"
    >
      <h2 className="mb-2 text-base font-semibold">Why reject it?</h2>
      <ol className="flex flex-col">
        {rejectionReasons.map((key, index) => (
          <li key={key}>
            <button
              type="button"
              data-reason={key}
              // biome-ignore lint/a11y/noAutofocus: the first reason is meant when none is chosen.
              autoFocus={index === 0}
              onClick={() => choose(key)}
              className="flex min-h-8 w-full cursor-pointer items-center gap-3 rounded-sm px-2 py-1 text-start hover:bg-raised focus:bg-raised pointer-coarse:min-h-11"
            >
              <kbd className="min-w-6 rounded-sm border border-edge text-center">{index + 1}</kbd>
              {reasons[key].desk}
            </button>
          </li>
        ))}
      </ol>
      <Button type="button" look="quiet" small className="mt-2" onClick={() => dialog.current?.close()}>
        Cancel
      </Button>
    </dialog>
  )
}
