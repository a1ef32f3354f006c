import { styleAttribute } from "@/components/editor/pasted-attributes"

/** Word puts a marker between comments that hide it from programs that know lists. */
export function removeMarkerComments(body: HTMLElement): void {
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

export const commentText = (node: Node) => (node.nodeType === 8 ? (node.nodeValue ?? "") : "")
