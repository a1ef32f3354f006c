import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { setField } from "@/components/editor/set-field"
import { joinNames, knownSpelling, splitNames } from "./tag-names"

/**
 * The tags of a story as chips before the line that the next one is typed in. The form's own field keeps all of them with
 * commas between, where a text of an earlier visit can come back.
 */
export function useTags(known: readonly string[]) {
  const field = useRef<HTMLInputElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const chips = useRef<HTMLUListElement>(null)
  /** Null until scripts run: before, the line is the form's field and holds all names. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [typed, setTyped] = useState("")
  const [said, setSaid] = useState("")
  const [replaced, setReplaced] = useState<readonly string[]>([])
  const names = chosen ?? []

  // Before the first paint with scripts, so that the names do not show twice; with what was typed meanwhile.
  useLayoutEffect(() => {
    const show = (text: string) => {
      setChosen(splitNames(text))
      setTyped("")
      setReplaced([])
      if (field.current) field.current.value = text
      if (line.current) line.current.value = ""
    }
    const present = field.current
    const restored = () => show(present?.value ?? "")
    show(line.current?.value ?? "")
    present?.addEventListener("restored", restored)
    return () => present?.removeEventListener("restored", restored)
  }, [])

  // A chip that was pressed is gone: the next one has the focus then, or the line.
  const focusAt = useRef<number | null>(null)
  useEffect(() => {
    if (focusAt.current !== null) focusChip(focusAt.current, chips.current, line.current)
    focusAt.current = null
  })

  function change(next: readonly string[], rest: string, words = "") {
    setChosen(next)
    setTyped(rest)
    setSaid(words)
    if (line.current && line.current.value !== rest) line.current.value = rest
    setField(field.current, joinNames([...next, rest]))
  }

  return {
    refs: { field, line, chips },
    chosen,
    typed,
    said,
    /** Takes what is typed, beside chips that it may stand in for. */
    type: (text: string, { finished = [], before = names }: Finished) => {
      if (before !== names) setReplaced(splitNames(joinNames([...replaced, ...names])))
      change(splitNames([...before, ...finished.map((name) => knownSpelling(name, known))].join(",")), text)
    },
    add: (text: string) => {
      const added = splitNames(text).map((name) => knownSpelling(name, known))
      if (added.length > 0)
        change(splitNames([...names, ...added].join(",")), "", `${added.join(", ")} added.`)
    },
    /** Those in whose place others were put in at once. */
    replaced,
    keepReplaced: () => {
      setReplaced([])
      change(splitNames([...replaced, ...names].join(",")), typed, `${replaced.join(", ")} kept.`)
      line.current?.focus()
    },
    remove: (at: number) => {
      const next = names.filter((_, n) => n !== at)
      focusAt.current = Math.min(at, next.length - 1)
      change(next, typed, `${names[at]} removed.`)
    },
    focus: (at: number) => focusChip(at, chips.current, line.current),
  }
}

type Finished = { finished?: readonly string[]; before?: readonly string[] }

export type StoryTags = ReturnType<typeof useTags>

/** Behind the last chip, and without any, the line has it. */
function focusChip(at: number, chips: HTMLElement | null, line: HTMLElement | null): void {
  const target = chips?.querySelectorAll("button")[at] ?? line
  target?.focus()
}
