import { useEffect, useRef, useState } from "react"
import { setField } from "@/components/editor/set-field"
import { type Entry, entryKey, readEntries, writeEntries } from "./entries"

/** The entries, kept in the form's own field, where a text of an earlier visit can come back. */
export function useEntries(value: string) {
  const [entries, setEntries] = useState(() => readEntries(value))
  const [said, setSaid] = useState("")
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const focused = useRef<string | null>(null)

  useEffect(() => {
    const present = field.current
    const show = () => setEntries(readEntries(present?.value ?? ""))
    present?.addEventListener("restored", show)
    return () => present?.removeEventListener("restored", show)
  }, [])

  // A row that was moved in the page has lost the focus.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-byline="${focused.current}"]`)
    if (row && !list.current?.contains(document.activeElement)) row.querySelector("button")?.focus()
    focused.current = null
  })

  function change(next: Entry[], words: string, keep?: Entry) {
    focused.current = keep ? entryKey(keep) : null
    setEntries(next)
    setSaid(words)
    setField(field.current, writeEntries(next))
  }

  return { entries, field, list, change, said }
}
