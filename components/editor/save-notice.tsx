import type { ReactNode } from "react"
import { SaveTrouble } from "@/components/editor/save-trouble"
import type { SaverView } from "@/components/editor/saver-tools"
import type { SavingChoices } from "@/components/editor/saving-choices"
import { standingTrouble } from "@/components/editor/saving-state"
import { useStillText } from "@/components/editor/use-still-text"

/** What stands between the text and its saving, and the ways on. It stays while the next try is under way, and when the text is saved by itself. */
export function SaveNotice({ view: { state, keeping }, ...choices }: SavingChoices & { view: SaverView }) {
  const box = useStillText()
  const trouble = standingTrouble(state)
  return (
    <div ref={box} role="alert" className="flow-root">
      {trouble ? (
        <Notice>
          <SaveTrouble trouble={trouble} {...choices} />
        </Notice>
      ) : null}
      {keeping === "full" || keeping === "kept-instead" ? <Notice>{storageFull[keeping]}</Notice> : null}
    </div>
  )
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="mb-3 max-w-measure border-s-4 border-danger bg-raised px-4 py-3 text-sm leading-relaxed">
      {children}
    </div>
  )
}

const storageFull = {
  full: "This browser’s storage is full, so it cannot keep what is not saved yet. Save before you leave this page.",
  "kept-instead":
    "This browser’s storage is full. To keep what you type here, older unsaved text of yours was removed from it.",
}
