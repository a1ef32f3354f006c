import type { RefObject } from "react"
import { Button } from "@/components/ui/button"
import type { Shortcuts } from "./queue/shortcuts"

type Props = { dialog: RefObject<HTMLDialogElement | null>; keys: Shortcuts }

/** The list of keys, and the switch for those who talk to their computer or lean on the keyboard. */
export function ShortcutHelp({ dialog, keys }: Props) {
  // Without scripts there are no keys to tell of.
  if (keys.on === null) return null
  return (
    // A touch screen has no keys.
    <div className="ms-auto pt-2 [@media(hover:none)]:hidden">
      <Button
        type="button"
        look="quiet"
        small
        className="-me-3.25"
        aria-keyshortcuts="?"
        onClick={() => dialog.current?.showModal()}
      >
        Keyboard
      </Button>
      <dialog
        ref={dialog}
        aria-label="Keyboard"
        className="m-auto w-96 max-w-full border border-edge bg-paper p-5 font-ui text-sm text-ink backdrop:bg-black/50"
      >
        <h2 className="mb-3 text-base font-semibold">Keyboard</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {shortcuts.map(([letter, does]) => (
            <div key={letter} className="contents">
              <dt>
                <kbd className="inline-block min-w-7 rounded-sm border border-edge px-1.5 text-center">
                  {letter}
                </kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-4 flex flex-wrap gap-2">
          {/* First, since it gets the focus: Enter must not switch the letters off. */}
          <Button type="button" small onClick={() => dialog.current?.close()}>
            Close
          </Button>
          <Button type="button" small look="secondary" onClick={keys.toggle}>
            {keys.on ? "Turn letters off" : "Turn letters on"}
          </Button>
        </div>
      </dialog>
    </div>
  )
}

const shortcuts = [
  ["j", "next comment"],
  ["k", "previous comment"],
  ["a", "approve, or grant an appeal, and go on"],
  ["d", "deny an appeal, and go on"],
  ["r", "reject, then 1 to 5 for the reason, and go on"],
  ["s", "spam, and go on"],
  ["u", "undo the last decision"],
  ["n", "note for other moderators"],
  ["e", "reply as staff"],
  ["Ctrl ↵", "send a note or reply"],
  ["o", "black out the selected words"],
  ["b", "ban its author"],
  ["x", "select"],
  ["/", "search"],
  ["Esc", "back to the comment"],
  ["?", "this list"],
] as const
