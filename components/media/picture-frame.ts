/**
 * Where a picture stands, and how wide it is there: what `sizes` tells the browser before the style sheet does. Cards are
 * taller than most pictures, which therefore are wider than their frame: by half in a square, by an eighth in 4:3.
 */
export const shownSizes = {
  lead: "(width >= 74rem) 33rem, (width >= 64rem) 46vw, 92vw",
  story: "(width >= 74rem) 53rem, (width >= 64rem) calc(100vw - 21rem), 92vw",
  normal: "(width >= 48rem) 38rem, 92vw",
  wide: "(width >= 74rem) 53rem, (width >= 64rem) calc(100vw - 21rem), 92vw",
  full: "(width >= 74rem) 69rem, (width >= 64rem) calc(100vw - 5rem), 100vw",
  gallery: "(width >= 64rem) 26rem, (width >= 30rem) 46vw, 92vw",
  feature: "(width >= 74rem) 24rem, (width >= 48rem) 34vw, 104vw",
  line: "clamp(9rem, 36vw, 13.5rem)",
  grid: "(width >= 48rem) 14rem, 45vw",
  portrait: "6rem",
  byline: "3rem",
} as const

export type Shape = keyof typeof shownSizes

/** The widest file that a small frame has use for, at three pixels a point: a list names dozens of pictures. */
export const widestFile: Partial<Record<Shape, number>> = { line: 640, grid: 640, portrait: 320, byline: 160 }

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
