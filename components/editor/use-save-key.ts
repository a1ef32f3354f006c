import { useEffect, useEffectEvent } from "react"
import { isSaveKey } from "@/components/editor/keys"

/** Ctrl+S or ⌘S anywhere on the page, so that the browser never offers to save it as a file. */
export function useSaveKey(save: () => void): void {
  const onSave = useEffectEvent(save)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSaveKey(event)) return
      event.preventDefault()
      if (!event.repeat) onSave()
    }
    window.addEventListener("keydown", onKeyDown)
    return () => window.removeEventListener("keydown", onKeyDown)
  }, [])
}
