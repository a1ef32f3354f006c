import { markerNumber } from "@/components/editor/paste/marker-number"
import type { ListItem } from "@/components/editor/paste/nest-items"
import { styleAttribute } from "@/components/editor/pasted-attributes"
import { stylesOf } from "@/components/editor/pasted-styles"

/** A paragraph of Word as an item, if it is one; its marker is removed. */
export function wordItem(element: Element): ListItem[] {
  const level = /\blevel(\d+)/.exec(stylesOf(element).get("mso-list") ?? "")?.[1]
  if (!level) return []
  const markers = [...element.querySelectorAll(`[${styleAttribute}]`)].filter(
    (one) => stylesOf(one).get("mso-list") === "ignore",
  )
  const marker = markers[0]?.textContent?.trim() ?? bareMarker(element)
  for (const one of markers) one.remove()
  const start = markerNumber(marker)
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
