import { useLayoutEffect, useRef } from "react"

/** For a box above the text: scrolls by what it grows or shrinks, so that the line being written stays where it is. */
export function useStillText() {
  const box = useRef<HTMLDivElement>(null)
  const height = useRef(0)
  useLayoutEffect(() => {
    const { height: now = 0, bottom = 0 } = box.current?.getBoundingClientRect() ?? {}
    const grown = now - height.current
    height.current = now
    // At the top of the page the box would cover what is written there, so it moves it after all.
    if (grown < 0 || (grown > 0 && writtenAt() - grown > bottom)) {
      window.scrollBy({ top: grown, behavior: "instant" })
    }
  })
  return box
}

/** How far down the window somebody writes; the middle of a long text while a button has the focus. */
function writtenAt(): number {
  const active = document.activeElement
  if (active?.closest(".writing-sheet") === null) return window.scrollY
  const range =
    active instanceof HTMLElement && active.isContentEditable && getSelection()?.rangeCount
      ? getSelection()?.getRangeAt(0)
      : null
  const line = range?.getBoundingClientRect().height ? range : (range?.startContainer ?? active)
  return line instanceof Range || line instanceof Element ? line.getBoundingClientRect().top : 0
}
