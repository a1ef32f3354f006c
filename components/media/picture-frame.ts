/** Where a picture stands, and how wide it is there: what `sizes` tells the browser before the style sheet does. */
export const shownSizes = {
  lead: "(width >= 80rem) 37rem, (width >= 64rem) 46vw, 92vw",
  story: "(width >= 80rem) 58rem, (width >= 64rem) 68vw, 92vw",
  normal: "(width >= 48rem) 38rem, 92vw",
  wide: "(width >= 80rem) 58rem, (width >= 64rem) 68vw, 92vw",
  full: "100vw",
  gallery: "(width >= 64rem) 28rem, 46vw",
  feature: "(width >= 80rem) 24rem, (width >= 48rem) 30vw, 92vw",
  line: "(width >= 48rem) 12vw, 26vw",
  grid: "(width >= 48rem) 14rem, 45vw",
  portrait: "6rem",
} as const

export type Shape = keyof typeof shownSizes

/**
 * Classes that say what to keep in sight and which colour to show first: the policy of readers' pages allows no style in
 * an attribute. In steps of a tenth of the picture and a sixteenth of each colour.
 */
export function frameClass({
  focusX,
  focusY,
  color,
}: {
  focusX: number
  focusY: number
  color: string
}): string {
  const [r, g, b] = [1, 3, 5].map((at) => color[at])
  return `fx-${Math.round(focusX / 100)} fy-${Math.round(focusY / 100)} r-${r} g-${g} b-${b}`
}
