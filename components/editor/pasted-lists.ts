import { styleAttribute } from "@/components/editor/pasted-attributes"
import { stylesOf } from "@/components/editor/pasted-styles"

type Item = { element: Element; level: number; ordered: boolean; start: number; content: ChildNode[] }

/** Makes lists of what only looks like some: Word's paragraphs with a marker, and Word Online's list for each item. */
export function gatherLists(body: HTMLElement): void {
  removeMarkerComments(body)
  nestInItems(body)
  const paragraphs = [...body.querySelectorAll(`p[${styleAttribute}], div[${styleAttribute}]`)]
  const online = [...body.querySelectorAll(".ListContainerWrapper")]
  const items = [...paragraphs.flatMap(wordItem), ...online.flatMap(onlineItems)]
  let run: Item[] = []
  for (const [at, item] of items.entries()) {
    run.push(item)
    const next = items[at + 1]
    if (next && follows(item.element, next.element)) continue
    replaceRun(run)
    run = []
  }
}

/** A list that stands in a list belongs into the item before it; where there is none, it is no list of its own. */
function nestInItems(body: HTMLElement): void {
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const item = list.previousElementSibling
    if (item?.localName === "li") item.append(list)
    else list.replaceWith(...list.childNodes)
  }
}

/** Word puts a marker between comments that hide it from programs that know lists. */
function removeMarkerComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, 128)
  const begins: Node[] = []
  for (let comment = walker.nextNode(); comment; comment = walker.nextNode()) {
    if (/^\[if !supportLists\]/i.test(comment.nodeValue ?? "")) begins.push(comment)
  }
  for (const begin of begins) {
    const marker = body.ownerDocument.createElement("span")
    marker.setAttribute(styleAttribute, "mso-list:Ignore")
    while (begin.nextSibling && !/^\[endif\]/i.test(commentText(begin.nextSibling)))
      marker.append(begin.nextSibling)
    ;(begin as ChildNode).replaceWith(marker)
  }
}

const commentText = (node: Node) => (node.nodeType === 8 ? (node.nodeValue ?? "") : "")

function wordItem(element: Element): Item[] {
  const level = /\blevel(\d+)/.exec(stylesOf(element).get("mso-list") ?? "")?.[1]
  if (!level) return []
  const markers = [...element.querySelectorAll(`[${styleAttribute}]`)].filter(
    (one) => stylesOf(one).get("mso-list") === "ignore",
  )
  const marker = markers[0]?.textContent?.trim() ?? bareMarker(element)
  for (const one of markers) one.remove()
  const start = numberOf(marker)
  const content = [...element.childNodes]
  return [{ element, level: Number(level), ordered: start !== null, start: start ?? 1, content }]
}

/** A marker that nothing sets apart, as mail programs leave it: a sign and the wide blank after it. */
function bareMarker(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, 4)
  const first = walker.nextNode()
  const found = /^\s*([·•§▪◦oØv–-]|\(?[\p{L}\p{Nd}]{1,4}[.)])(?:\u00a0\s*|\s{2,})/u.exec(
    first?.nodeValue ?? "",
  )
  if (!first || !found) return ""
  first.nodeValue = first.nodeValue?.slice(found[0].length) ?? ""
  return found[1] ?? ""
}

/** The number that a marker stands for; null for a bullet. */
function numberOf(marker: string): number | null {
  const digits = /(\p{Nd}+)[^\p{L}\p{Nd}]*$/u.exec(marker)?.[1]
  if (digits) return Number([...digits].map(digitOf).join(""))
  const letters = /^\(?([a-z]{1,5})[.)]/i.exec(marker)?.[1]?.toLowerCase()
  if (!letters) return null
  const roman = letters.length > 1 || letters === "i" ? romanNumber(letters) : null
  return roman ?? letters.charCodeAt(0) - 96
}

/** Digits of every script stand ten in a row. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero--
  return (digit.codePointAt(0) ?? 0) - zero
}

function romanNumber(letters: string): number | null {
  if (!/^m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(letters)) return null
  const values = [...letters].map((letter) => romans[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function onlineItems(element: Element): Item[] {
  return [...element.querySelectorAll("li")].map((item) => {
    const list = item.closest("ul, ol")
    const level = item.getAttribute("data-aria-level") ?? item.getAttribute("aria-level")
    return {
      element,
      level: Number(level) || 1,
      ordered: list?.tagName === "OL",
      start: Number(list?.getAttribute("start")) || 1,
      content: [...item.childNodes],
    }
  })
}

function follows(element: Element, next: Element): boolean {
  if (element === next) return true
  let between = element.nextSibling
  while (between && between !== next && between.nodeType !== 1 && !between.nodeValue?.trim())
    between = between.nextSibling
  return between === next || (between !== null && commentText(between) !== "" && between.nextSibling === next)
}

/** Nests a run of items by their levels and puts it where the first one stood. */
function replaceRun(items: Item[]): void {
  const first = items[0]?.element
  if (!first) return
  const { ownerDocument } = first
  const roots: Element[] = []
  const open: { list: Element; level: number }[] = []
  for (const { level, ordered, start, content } of items) {
    const name = ordered ? "ol" : "ul"
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if (open.at(-1)?.level === level && open.at(-1)?.list.localName !== name) open.pop()
    let list = open.at(-1)?.level === level ? open.at(-1)?.list : undefined
    if (!list) {
      list = ownerDocument.createElement(name)
      if (ordered && start !== 1) list.setAttribute("start", String(start))
      const above = open.at(-1)?.list.lastElementChild
      if (above) above.append(list)
      else roots.push(list)
      open.push({ list, level })
    }
    const item = ownerDocument.createElement("li")
    item.append(...content)
    list.append(item)
  }
  first.replaceWith(...roots)
  for (const { element } of items) element.remove()
}
