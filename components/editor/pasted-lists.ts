import { commentText, removeMarkerComments } from "@/components/editor/paste/marker-comments"
import { type ListItem, nestItems } from "@/components/editor/paste/nest-items"
import { wordItem } from "@/components/editor/paste/word-items"
import { styleAttribute } from "@/components/editor/pasted-attributes"

/** Makes lists of what only looks like some: Word's paragraphs with a marker, and Word Online's list for each item. */
export function gatherLists(body: HTMLElement): void {
  removeMarkerComments(body)
  moveListsIntoItems(body)
  const paragraphs = [...body.querySelectorAll(`p[${styleAttribute}], div[${styleAttribute}]`)]
  const online = [...body.querySelectorAll(".ListContainerWrapper")]
  const items = [...paragraphs.flatMap(wordItem), ...online.flatMap(onlineItems)]
  let run: ListItem[] = []
  for (const [at, item] of items.entries()) {
    run.push(item)
    const next = items[at + 1]
    if (next && follows(item.element, next.element)) continue
    nestItems(run)
    run = []
  }
}

/** A list that stands in a list belongs into the item before it; where there is none, it is no list of its own. */
function moveListsIntoItems(body: HTMLElement): void {
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const item = list.previousElementSibling
    if (item?.localName === "li") item.append(list)
    else list.replaceWith(...list.childNodes)
  }
}

function onlineItems(element: Element): ListItem[] {
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
