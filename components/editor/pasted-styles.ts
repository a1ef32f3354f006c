import type { LostKind } from "@/components/editor/paste/left-out"
import { styleAttribute } from "@/components/editor/pasted-attributes"

/** The declarations of an element's style by their names, in lower case. */
export function stylesOf(element: Element): Map<string, string> {
  const style = element.getAttribute(styleAttribute) ?? ""
  const declarations = style.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])+/g) ?? []
  return new Map(
    declarations.flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(":")
      if (colon < 0) return []
      const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, "")
      return [[declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase()]]
    }),
  )
}

/** Elements that no page shows, whatever its styles say. */
const neverShown =
  "[hidden], template, noscript, datalist, rp, iframe, object, audio, video, canvas, button, select, textarea, dialog:not([open])"

/** A comment in the margin: Word's, and that of an exported Google document. */
const comments = '[class*="msocom" i], .MsoCommentReference, [href^="#cmnt"][id^="cmnt"]'

/** One for each comment: where it stands in the text. */
const commentReferences = 'a.msocomanchor, [href^="#cmnt"][id^="cmnt_ref"]'

const embeds = "iframe, object, embed, audio, video"

/** Takes out what the source did not show, or showed in the margin only. */
export function removeUnseen(body: HTMLElement, lose: (kind: LostKind) => void = () => {}): void {
  for (const embed of body.querySelectorAll(embeds)) if (!embed.parentElement?.closest(embeds)) lose("embed")
  for (const reference of body.querySelectorAll(commentReferences)) if (reference.isConnected) lose("comment")
  for (const element of body.querySelectorAll(`${neverShown}, ${comments}`)) element.remove()
  for (const element of body.querySelectorAll(`[${styleAttribute}]`)) {
    if (isUnseen(stylesOf(element))) element.remove()
  }
}

function isUnseen(styles: Map<string, string>): boolean {
  return (
    styles.get("display") === "none" ||
    /^(hidden|collapse)$/.test(styles.get("visibility") ?? "") ||
    styles.get("mso-hide") === "all" ||
    /^comment/.test(styles.get("mso-element") ?? "") ||
    /^0(\.0+)?%?$/.test(styles.get("opacity") ?? "")
  )
}

type Look = { strong: boolean; em: boolean; s: boolean }

/** Sets each text in the marks that it was shown in: its nearest ancestor that says bold, italic or not decides. */
export function marksFromStyles(body: HTMLElement): void {
  const document = body.ownerDocument
  const walker = document.createTreeWalker(body, 4)
  const shown: { text: Node; look: Look }[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) shown.push({ text, look: lookOf(text) })
  for (const element of body.querySelectorAll(marks)) element.replaceWith(...element.childNodes)
  for (const { text, look } of shown) {
    if (!text.nodeValue?.trim() && !text.parentElement?.matches("p, li, div, span, a")) continue
    for (const name of ["s", "em", "strong"] as const) {
      if (!look[name]) continue
      const mark = document.createElement(name)
      text.parentNode?.replaceChild(mark, text)
      mark.append(text)
    }
  }
}

const marks = "b, strong, i, em, s, strike, del"

function lookOf(text: Node): Look {
  let [bold, italic, struck]: (boolean | undefined)[] = []
  for (let element = text.parentElement; element; element = element.parentElement) {
    const styles = stylesOf(element)
    bold ??= boldBy(element, styles.get("font-weight"))
    italic ??= italicBy(element, styles.get("font-style"))
    struck ||= struckBy(element, styles.get("text-decoration-line") ?? styles.get("text-decoration"))
  }
  return { strong: bold ?? false, em: italic ?? false, s: struck ?? false }
}

function boldBy(element: Element, weight = ""): boolean | undefined {
  // A heading is bold as it is.
  if (/^H[1-6]$/.test(element.tagName)) return undefined
  if (/^bold/.test(weight)) return true
  if (/^(normal|lighter)$/.test(weight)) return false
  if (/^\d+$/.test(weight)) return Number(weight) >= 600
  return /^(B|STRONG)$/.test(element.tagName) ? true : undefined
}

function italicBy(element: Element, style = ""): boolean | undefined {
  if (/^(italic|oblique)/.test(style)) return true
  if (style === "normal") return false
  return /^(I|EM)$/.test(element.tagName) ? true : undefined
}

/** A line through words goes through whatever stands within them. */
function struckBy(element: Element, decoration?: string): boolean {
  if (decoration !== undefined && !/^(inherit|unset)$/.test(decoration))
    return decoration.includes("line-through")
  return /^(S|STRIKE|DEL)$/.test(element.tagName)
}
