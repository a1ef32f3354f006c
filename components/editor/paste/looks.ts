import { isColoured, isHighlight } from "@/components/editor/paste/colours"
import { fontAttribute } from "@/components/editor/paste/font-attribute"
import { fontSizeOf } from "@/components/editor/paste/font-size"
import { styleAttribute } from "@/components/editor/pasted-attributes"
import { stylesOf } from "@/components/editor/pasted-styles"

/** What words looked like beside being bold, italic or struck: a story keeps none of it. */
export type LostLook = "colour" | "size" | "font" | "highlight"

/**
 * Which looks somebody gave to words of a paste. How a program or a page sets all of its text is none: a size and a font
 * count where they differ from those of most letters, a colour and a highlight where they are no shade of grey.
 */
export function lostLooks(body: HTMLElement): Set<LostLook> {
  const lost = new Set<LostLook>()
  if (!body.querySelector(`[${styleAttribute}], font, mark, big, small`)) return lost
  const texts = textsOf(body)
  const [size, font] = [mostOf(texts, "size"), mostOf(texts, "font")]
  for (const text of texts) {
    if (text.coloured) lost.add("colour")
    if (text.highlighted) lost.add("highlight")
    const ratio = Number(text.size) / Number(size)
    if (ratio >= larger || ratio <= smaller) lost.add("size")
    if (text.font && text.font !== font) lost.add("font")
  }
  return lost
}

/** A mail's "large" is 18 pixels, beside 16; word processors set 11 points beside a style of 12. */
const [larger, smaller] = [1.12, 0.8]

type Text = { letters: number; size: string; font: string; coloured: boolean; highlighted: boolean }

/** The look of a heading or of code belongs to what it is. */
const excepted = "h1, h2, h3, h4, h5, h6, pre, code, kbd, samp"

function textsOf(body: HTMLElement): Text[] {
  const walker = body.ownerDocument.createTreeWalker(body, 4)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const letters = node.nodeValue?.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    const parent = node.parentElement
    if (letters > 0 && parent && !parent.closest(excepted)) texts.push({ letters, ...lookOf(parent) })
  }
  return texts
}

function lookOf(parent: Element): Omit<Text, "letters"> {
  const isLink = parent.closest("a") !== null
  const colour = nearest(parent, (one, styles) => styles.get("color") ?? fontAttribute(one, "color"))
  const ground = nearest(parent, groundOf)
  return {
    coloured: !isLink && isColoured(colour ?? ""),
    highlighted: isHighlight(ground ?? ""),
    font: familyOf(nearest(parent, (one, styles) => styles.get("font-family") ?? fontAttribute(one, "face"))),
    // Raised and lowered words are small as such.
    size: String(fontSizeOf(parent.closest("sup, sub")?.parentElement ?? parent)),
  }
}

/** What the nearest element around says; a table and its cells are no words. */
function nearest(
  from: Element,
  said: (one: Element, styles: Map<string, string>) => string | null | undefined,
): string | null {
  for (let one: Element | null = from; one && one.localName !== "body"; one = one.parentElement) {
    const value = said(one, stylesOf(one))
    if (value && !/^(inherit|initial|unset|revert|auto)/.test(value)) return value
  }
  return null
}

function groundOf(one: Element, styles: Map<string, string>): string | null {
  if (/^(table|tbody|thead|tr|td|th|div|section|article|main)$/.test(one.localName)) return null
  const said = styles.get("background-color") ?? styles.get("background")
  return said ?? (one.localName === "mark" ? "yellow" : null)
}

function familyOf(families: string | null): string {
  return families?.split(",")[0]?.replace(/["']/g, "").trim() ?? ""
}

/** What most letters have. */
function mostOf(texts: readonly Text[], name: "size" | "font"): string {
  const letters = new Map<string, number>()
  for (const text of texts) letters.set(text[name], (letters.get(text[name]) ?? 0) + text.letters)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ""
}
