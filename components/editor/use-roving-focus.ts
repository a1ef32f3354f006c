import { type FocusEvent, type KeyboardEvent, useState } from "react"

/** A row of buttons that is one stop of the Tab key, with arrow keys from there (roving tabindex). */
export function useRovingFocus(first: string) {
  const [current, setCurrent] = useState(first)
  const buttonProps = (name: string) => ({
    tabIndex: current === name ? 0 : -1,
    onFocus: ({ currentTarget }: FocusEvent<HTMLButtonElement>) => {
      setCurrent(name)
      // A browser leaves a button alone that is partly in sight, and its focus ring would be cut off.
      currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" })
    },
  })
  return { buttonProps, onKeyDown: moveFocus }
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")]
  const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight"
  const targets: Record<string, number> = {
    [forward]: (at + 1) % buttons.length,
    [backward]: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  const target = targets[event.key]
  if (at < 0 || target === undefined) return
  event.preventDefault()
  buttons[target]?.focus()
}
