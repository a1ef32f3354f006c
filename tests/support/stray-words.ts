import type { Page } from "@playwright/test"

/**
 * What of a page in Arabic is not where or what it should be: lines that do not begin at the right edge of their box, fields
 * that do not, and words that are in another language than they say.
 */
export function strayWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    /** What runs against the page as a whole has its own side, numbers of a table theirs, a button's words its middle, and a summary its mark. */
    const apart = ":is(.story, .card, .lead)[dir=ltr] *, td, thead th, button, summary, .portrait, .sr-only"
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ""
      const parent = node.parentElement
      if (!parent?.checkVisibility() || /^(SCRIPT|TEXTAREA)$/.test(parent.tagName)) continue
      const [letter] = /\p{L}/u.exec(text) ?? []
      const said = parent.closest("[lang]")?.getAttribute("lang")
      if (letter && !parent.closest("[aria-hidden]") && said !== (/\p{sc=Arab}/u.test(letter) ? "ar" : "en"))
        found.push(`in ${said}: ${text}`)
      const box = boxOf(parent)
      if (!box.matches(apart) && !parent.matches(apart) && !beginsRight(box))
        found.push(`on the left: ${text}`)
    }
    for (const field of document.querySelectorAll(".page :is(input, textarea)[dir=auto]"))
      if (field.getAttribute("lang") !== "ar")
        found.push(`not in Arabic: the field ${field.getAttribute("name")}`)
    for (const field of document.querySelectorAll(".page :is(input, select, textarea)"))
      if (field.checkVisibility() && getComputedStyle(field).textAlign !== "right")
        found.push(`on the left: the field ${field.getAttribute("name")}`)
    return [...new Set(found)]

    function boxOf(element: Element): Element {
      return getComputedStyle(element).display.startsWith("inline")
        ? boxOf(element.parentElement ?? document.body)
        : element
    }

    /** Whether the longest line of a box, and so each, reaches its right edge; in a row of boxes the row decides. */
    function beginsRight(box: Element): boolean {
      const style = getComputedStyle(box)
      if (style.display.endsWith("flex") || style.display.endsWith("grid")) return style.direction === "rtl"
      const range = document.createRange()
      range.selectNodeContents(box)
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
      const inset = Number.parseFloat(style.paddingRight) + Number.parseFloat(style.borderRightWidth)
      const edge = box.getBoundingClientRect().right - inset
      const lines = new Map<number, number>()
      for (const { bottom, right } of rects) {
        const line = [...lines.keys()].find((other) => Math.abs(other - bottom) < 8) ?? bottom
        lines.set(line, Math.max(lines.get(line) ?? 0, right))
      }
      return [...lines.values()].every((right) => Math.abs(right - edge) < 2)
    }
  })
}
