import { gatherAddresses, gatherFrames } from "@/components/editor/embeds/pasted-embeds"
import { keepEdges } from "@/components/editor/paste/edges"
import { gatherFootnotes } from "@/components/editor/paste/footnotes"
import type { LostKind } from "@/components/editor/paste/left-out"
import { tidyLinks } from "@/components/editor/paste/links"
import { lostLooks } from "@/components/editor/paste/looks"
import { addQuotationMarks } from "@/components/editor/paste/quotation-marks"
import { tidyQuotations } from "@/components/editor/paste/quotations"
import { keepRaisedNumbers } from "@/components/editor/paste/raised"
import { tidyTables } from "@/components/editor/paste/tables"
import { disarm, styleAttribute } from "@/components/editor/pasted-attributes"
import { gatherLists } from "@/components/editor/pasted-lists"
import { marksFromStyles, removeUnseen } from "@/components/editor/pasted-styles"

type Options = {
  /** What to write where a picture stood, which is left out. */
  instead?: (image: Element) => string
  /** Hears of each thing that is left out. */
  lose?: (kind: LostKind) => void
  /** Whether a path in a link is one of this site, as in a text that was written for it. */
  paths?: boolean
  /** Whether it is pasted where a player can stand in its place. */
  alone?: boolean
}

/**
 * Another page's or program's HTML with its meaning in elements that we know. What has none is dropped by the
 * editor's schema.
 */
export function tidyHtml(
  html: string,
  { instead = () => "", lose = () => {}, paths = false, alone = false }: Options = {},
): string {
  const { head, body } = new DOMParser().parseFromString(`<body>${disarm(fragmentOf(html))}`, "text/html")
  const base = baseOf(html, [head, body])
  const isOurs = body.querySelector("[data-pm-slice]") !== null
  gatherFrames(body, lose)
  removeUnseen(body, lose)
  for (const image of body.querySelectorAll("img")) {
    const emoji = emojiIn(image)
    image.replaceWith(emoji || (isTiny(image) ? "" : instead(image)))
  }
  for (const quotation of [...body.querySelectorAll("q")].reverse()) addQuotationMarks(quotation)
  gatherFootnotes(body)
  keepRaisedNumbers(body)
  gatherLists(body)
  tidyQuotations(body)
  tidyLinks(body, { paths: paths || isOurs, base }, () => lose("link"))
  if (!isOurs) gatherAddresses(body, alone)
  for (const heading of body.querySelectorAll("h1")) rename(heading, "h2")
  for (const heading of body.querySelectorAll("h5, h6")) rename(heading, "h4")
  tidyTables(body, () => lose("table"))
  for (const pre of body.querySelectorAll("pre")) tidyCode(pre)
  for (const space of body.querySelectorAll(".Apple-converted-space")) space.replaceWith(" ")
  if (!isOurs) for (const look of lostLooks(body)) lose(look)
  marksFromStyles(body)
  for (const element of body.querySelectorAll(`[${styleAttribute}]`)) element.removeAttribute(styleAttribute)
  keepEdges(body)
  return body.innerHTML.replace(/(?:<br>\s*){2,}/g, "</p><p>")
}

/** Windows and browsers mark what was selected; around it stands the page that it came from. */
function fragmentOf(html: string): string {
  return /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html
}

/** An emoji that a page shows as a picture; of other pictures nothing is kept. */
function emojiIn(image: Element): string {
  const alt = image.getAttribute("alt")?.trim() ?? ""
  return /^[\p{Emoji}\p{Emoji_Component}]+$/u.test(alt) && /\P{ASCII}/u.test(alt) ? alt : ""
}

/** Such as those that count who opens a mail. */
function isTiny(image: Element): boolean {
  return ["width", "height"].some((name) => Number(image.getAttribute(name) ?? 9) <= 2)
}

/** Where the page lies: Windows says it before the fragment, a saved page in an element. */
function baseOf(html: string, places: Element[]): string | null {
  const source = /^SourceURL:(https?:\S+)/im.exec(html.slice(0, 2000))?.[1]
  const element = places.flatMap((place) => place.querySelector("base[href]")?.getAttribute("href") ?? [])[0]
  const base = element ?? source ?? null
  return base && /^https?:/i.test(base) && URL.canParse(base) ? base : null
}

/** Lines of a program stay lines; its colours go. */
function tidyCode(pre: Element): void {
  for (const end of pre.querySelectorAll("br")) end.replaceWith("\n")
  pre.textContent = (pre.textContent ?? "").replace(/\r\n?/g, "\n").replace(/\n$/, "")
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}
