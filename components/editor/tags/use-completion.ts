import { type FormEvent, type KeyboardEvent, useState } from "react"
import { isPutInAtOnce, useByHand } from "./by-hand"
import { completionsOf, partsOf } from "./tag-names"
import type { StoryTags } from "./use-tags"

/** Completes the tag that is being typed. The line keeps the focus; the arrows go through what is offered. */
export function useCompletion(tags: StoryTags, known: readonly string[]) {
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const hand = useByHand()
  const chosen = tags.chosen ?? []
  const offered = isOpen ? completionsOf(tags.typed, chosen, known) : []

  function add(name: string) {
    setOpen(false)
    setActive(-1)
    tags.add(name)
  }

  function onInput(event: FormEvent<HTMLInputElement>) {
    // The form hears of it from its own field.
    event.stopPropagation()
    const text = event.currentTarget.value
    const input = event.nativeEvent as InputEvent
    const finished = partsOf(text)
    const isList = finished.length > 1
    // What a program fills in stands for all that the field held, as in any other field; so does a list that no key writes.
    const isAll = isPutInAtOnce(input, text) && (isList || !hand.isByHand.current)
    setActive(-1)
    setOpen(true)
    const last = finished.pop() ?? ""
    const rest = !isList ? text : last.trimStart()
    if (isList && input.inputType === "insertFromPaste") tags.type("", { finished: [...finished, last] })
    else tags.type(rest, isAll ? { finished, before: [] } : { finished })
  }

  /** Through what is offered, and back to the line itself. */
  function step(by: 1 | -1) {
    const count = completionsOf(tags.typed, chosen, known).length
    setOpen(true)
    setActive(((active + 1 + by + count + 1) % (count + 1)) - 1)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { key, currentTarget: line } = event
    const back = getComputedStyle(line.parentElement ?? line).direction === "rtl" ? "ArrowRight" : "ArrowLeft"
    const leaves = (key === "Backspace" || key === back) && line.selectionEnd === 0 && chosen.length > 0
    if (key === "Enter") add(offered[active] ?? tags.typed)
    else if (key === "Escape" && offered.length > 0) setOpen(false)
    else if (key === "ArrowDown") step(1)
    else if (key === "ArrowUp") step(-1)
    else if (leaves) tags.focus(chosen.length - 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const on = { onInput, onKeyDown, onBlur: () => add(tags.typed) }
  return { offered, active, add, on, hand: hand.on }
}

/** What keys do on a chip. */
export function onChipKey(event: KeyboardEvent<HTMLElement>, at: number, tags: StoryTags): void {
  const isRtl = getComputedStyle(event.currentTarget).direction === "rtl"
  const [forth, back] = isRtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"]
  if (event.key === "Backspace" || event.key === "Delete") tags.remove(at)
  else if (event.key === back) tags.focus(Math.max(0, at - 1))
  else if (event.key === forth) tags.focus(at + 1)
  else if (event.key === "Escape") tags.focus(tags.chosen?.length ?? 0)
  else return
  event.preventDefault()
}
