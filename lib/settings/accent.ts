import {
  type Color,
  clampChroma,
  converter,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode as registerMode,
  wcagContrast,
} from "culori/fn"

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) registerMode(mode as typeof modeRgb)

export const defaultAccent = "#9b1c46"

/** What the accent stands on, of `app/globals.css`: paper and raised paper. */
export const grounds = {
  light: { paper: "#fbfaf7", raised: "#f3f0e9", ink: "#1d1b19" },
  dark: { paper: "#171614", raised: "#22201d", ink: "#ece8e1" },
} as const

export type Scheme = keyof typeof grounds

/** What WCAG 2.2 asks of text (1.4.3, AA). */
const leastContrast = 4.5

/** A shade for each scheme; those of the default one are drawn by hand. */
export function accentShades(accent: string): Record<Scheme, string> {
  if (accent === defaultAccent) return { light: defaultAccent, dark: "#f397b2" }
  return { light: readable(accent, "light"), dark: readable(accent, "dark") }
}

const toOklch = converter("oklch")

/** The colour itself where it can be read on its grounds, or else the nearest shade of it that can. */
function readable(accent: string, scheme: Scheme): string {
  const color = toOklch(accent)
  if (!color) return grounds[scheme].ink
  const step = scheme === "light" ? -0.005 : 0.005
  for (let l = Math.min(color.l, 1); l >= 0 && l <= 1; l += step) {
    const shade = formatHex(clampChroma({ ...color, l }, "oklch", "rgb"))
    if (shade && contrastOf(shade, scheme) >= leastContrast) return shade
  }
  return grounds[scheme].ink
}

/** The contrast of a colour with what it stands on, at its least. */
export function contrastOf(color: string | Color, scheme: Scheme): number {
  const { paper, raised } = grounds[scheme]
  return Math.min(wcagContrast(color, paper), wcagContrast(color, raised))
}
