import { useEffect, useRef, useState } from "react"
import { setField } from "@/components/editor/set-field"
import { type Entry, readEntries, rowKey, writeEntries } from "./entries"

/** The entries, kept in the form's own field, where a text of an earlier visit can come back. */
export function useEntries(value: string) {
  const [entries, setEntries] = useState(() => readEntries(value))
  const [said, setSaid] = useState("")
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const kept = useRef<string | null>(null)

  useEffect(() => {
    const present = field.current
    const show = () => setEntries(readEntries(present?.value ?? ""))
    present?.addEventListener("restored", show)
    return () => present?.removeEventListener("restored", show)
  }, [])

  // What was pressed loses the focus where its row is moved in the page, or goes.
  useEffect(() => {
    if (kept.current && !list.current?.contains(document.activeElement)) {
      // A writer who has left the story has no control in the list.
      const self = () =>
        list.current?.closest("fieldset")?.querySelector<HTMLElement>('[data-control="self"]')
      const control = list.current?.querySelector<HTMLElement>(kept.current) ?? self()
      control?.focus()
    }
    kept.current = null
  })

  /** @param keep which control of which row has the focus then, where it would be lost */
  function change(next: Entry[], words: string, keep?: Kept) {
    kept.current = keep ? `[data-byline="${rowKey(next, keep.at)}"] [data-control="${keep.control}"]` : null
    setEntries(next)
    setSaid(words)
    setField(field.current, writeEntries(next))
  }

  return { entries, field, list, change, said }
}

export type Kept = { at: number; control: "part" | "up" | "down" }
