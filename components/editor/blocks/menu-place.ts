type Span = { top: number; bottom: number }

type Room = {
  /** The line that is written, as the window sees it. */
  line: Span & { left: number; right: number }
  /** What of the window is neither under the head above the text nor under the keyboard on the screen. */
  seen: Span
  /** The box that the menu stands in. */
  box: { top: number; left: number; width: number }
  isRtl: boolean
}

/** Pixels: what the menu takes at most, and its distance from the line and from the ends of the window. */
const [tallest, width, gap] = [288, 240, 4]

/** Under the line, or above it where more of the window is left; never over it, and no higher than what is left there. */
export function menuPlace({ line, seen, box, isRtl }: Room) {
  const below = seen.bottom - line.bottom - 2 * gap
  const above = line.top - seen.top - 2 * gap
  const isBelow = below >= tallest || below >= above
  const wanted = (isRtl ? line.right - width : line.left) - box.left
  return {
    top: (isBelow ? line.bottom + gap : line.top - gap) - box.top,
    translate: isBelow ? undefined : "0 -100%",
    left: Math.max(0, Math.min(wanted, box.width - width)),
    width,
    maxHeight: Math.min(tallest, isBelow ? below : above),
  }
}
