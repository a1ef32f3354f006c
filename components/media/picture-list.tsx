"use client"

import type { ComponentProps, KeyboardEvent } from "react"
import { gridStep } from "@/components/media/grid-step"

/** Pictures in rows. The arrow keys, Home and End lead from one to another; the Tab key stops at each, as without scripts. */
export function PictureList(props: ComponentProps<"ul">) {
  return <ul onKeyDown={moveFocus} {...props} />
}

/** From a link to a link, from a box to a box. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const { currentTarget: list, target: focused, key } = event
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(focused instanceof HTMLElement))
    return
  const items = [...list.querySelectorAll<HTMLElement>(":scope > li")]
  const secondRow = items.findIndex(({ offsetTop }) => offsetTop !== items[0]?.offsetTop)
  const to = gridStep(key, {
    at: items.findIndex((item) => item.contains(focused)),
    count: items.length,
    columns: secondRow === -1 ? items.length : secondRow,
    isRtl: getComputedStyle(list).direction === "rtl",
  })
  if (to === null) return
  event.preventDefault()
  items[to]?.querySelector<HTMLElement>(focused.localName)?.focus()
}
