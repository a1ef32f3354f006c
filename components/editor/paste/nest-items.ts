export type ListItem = {
  /** What it was made of, which is removed. */
  element: Element
  level: number
  ordered: boolean
  start: number
  content: ChildNode[]
}

/** Nests a run of items by their levels and puts it where the first one stood. */
export function nestItems(items: ListItem[]): void {
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
