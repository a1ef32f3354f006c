import type { LostKind } from "@/components/editor/paste/left-out"
import { withoutRedirect } from "@/components/editor/pasted-links"
import { embedTarget } from "@/lib/documents/embed-url"

/** Frames of players that a text can hold become such players, and other frames links to what was in them. */
export function gatherFrames(body: HTMLElement, lose: (kind: LostKind) => void): void {
  for (const frame of body.querySelectorAll("iframe")) {
    const address = (frame.getAttribute("src") ?? "").trim().replace(/^\/\//, "https://")
    const target = embedTarget(address)
    if (target && !frame.closest(nested)) frame.replaceWith(playerOf(body, target.url))
    else if (/^https?:\/\//i.test(address) && URL.canParse(address) && !isUnseenFrame(frame)) {
      const link = body.ownerDocument.createElement("a")
      link.href = target?.url ?? address
      link.textContent = target?.url ?? address
      const line = body.ownerDocument.createElement("p")
      line.append(link)
      frame.replaceWith(frame.closest("p, td, th, pre, h1, h2, h3, h4, h5, h6, a, span") ? link : line)
      lose("frame")
    }
  }
}

/**
 * Addresses that stand by themselves in a paragraph become players, as where somebody pastes one.
 * @param alone whether the only paragraph of what is pasted may be one: not within words
 */
export function gatherAddresses(body: HTMLElement, alone: boolean): void {
  for (const line of body.querySelectorAll("p, div")) {
    const words = line.textContent?.trim() ?? ""
    const target = embedTarget(withoutRedirect(words))
    if (!target || line.closest(nested) || line.querySelector("p, div, img, br")) continue
    if (alone || words !== body.textContent?.trim()) line.replaceWith(playerOf(body, target.url))
  }
}

/** Where a player cannot stand. */
const nested = "li, blockquote, td, th, pre, a, h1, h2, h3, h4, h5, h6, .notice, .key-points"

function playerOf({ ownerDocument }: HTMLElement, url: string): HTMLElement {
  const player = ownerDocument.createElement("figure")
  player.setAttribute("data-embed", url)
  return player
}

/** Such as those that count who opens a page. */
function isUnseenFrame(frame: Element): boolean {
  const isTiny = ["width", "height"].some((name) => Number(frame.getAttribute(name) ?? 9) <= 2)
  return isTiny || frame.closest("[hidden], template, noscript, dialog:not([open])") !== null
}
