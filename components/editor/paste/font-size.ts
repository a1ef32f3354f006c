import { fontAttribute } from "@/components/editor/paste/font-attribute"
import { stylesOf } from "@/components/editor/pasted-styles"

/** CSS pixels of text about which nothing is said. */
const ordinary = 16

const pixels: Record<string, number> = { px: 1, pt: 4 / 3, pc: 16, rem: ordinary, cm: 37.8, mm: 3.78, in: 96 }

const keywords: Record<string, number> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
  "xxx-large": 48,
}

/** The seven sizes of the element `font`. */
const steps = [10, 13, 16, 18, 24, 32, 48]

/** The size of an element's text in CSS pixels. */
export function fontSizeOf(one: Element | null): number {
  if (!one || one.localName === "body") return ordinary
  if (one.localName === "big") return fontSizeOf(one.parentElement) * 1.25
  if (one.localName === "small") return fontSizeOf(one.parentElement) * 0.75
  const step = fontAttribute(one, "size")
  if (step) return steps[(/^[+-]/.test(step) ? 3 + Number(step) : Number(step)) - 1] ?? ordinary
  const said = stylesOf(one).get("font-size") ?? ""
  if (said in keywords) return keywords[said] ?? ordinary
  const [, amount, unit = ""] = /^([\d.]+)([a-z%]+)$/.exec(said) ?? []
  if (!amount) return fontSizeOf(one.parentElement)
  if (unit === "em") return fontSizeOf(one.parentElement) * Number(amount)
  if (unit === "%") return (fontSizeOf(one.parentElement) * Number(amount)) / 100
  return Number(amount) * (pixels[unit] ?? 1)
}
