import { blockLimits } from "@/lib/documents/limits"

/**
 * Footnotes as word processors and newsletters write them: a link in the text that leads to a note, and one in the note
 * that leads back. The note moves to where its number stood.
 */
export function gatherFootnotes(body: HTMLElement): void {
  const used = new Set<Element>()
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const note = noteOf(link, body)
    if (!note || note.contains(link)) continue
    const mark = body.ownerDocument.createElement("sup")
    mark.setAttribute("data-footnote", wordsOf(note, namesOf(link)).slice(0, blockLimits.footnote))
    const sup = link.closest("sup")
    ;(sup && sup.textContent?.trim() === link.textContent?.trim() ? sup : link).replaceWith(mark)
    used.add(note)
  }
  for (const note of used) removeNote(note)
}

/** A word processor's own boxes around a note; elsewhere its line. */
const boxes = 'li, .footnote, div[id^="ftn"], div[id^="edn"], div[id^="sdfootnote"], div[id^="sdendnote"]'

function noteOf(link: Element, body: HTMLElement): Element | null {
  const name = link.getAttribute("href")?.slice(1) ?? ""
  const own = namesOf(link)
  const target = [...body.querySelectorAll("[id], a[name]")].find(
    (one) => one !== link && (one.id === name || one.getAttribute("name") === name),
  )
  const note = target?.closest(boxes) ?? target?.closest("p") ?? null
  return note && backLinks(note, own).length > 0 ? note : null
}

function namesOf(link: Element): string[] {
  const names = [link.id, link.getAttribute("name"), link.closest("sup")?.id]
  return names.filter((name) => name !== undefined && name !== null && name !== "") as string[]
}

function backLinks(note: Element, names: readonly string[]): Element[] {
  return [...note.querySelectorAll('a[href^="#"]')].filter((link) =>
    names.includes(link.getAttribute("href")?.slice(1) ?? ""),
  )
}

function wordsOf(note: Element, names: readonly string[]): string {
  const copy = note.cloneNode(true) as Element
  for (const link of backLinks(copy, names)) link.remove()
  const words = (copy.textContent ?? "").replace(/\s+/g, " ")
  return words.replace(/^[\s\].)^]+|(?:\s|↩|\ufe0e)+$/g, "")
}

/** With the line above the notes and the box around them, once they are empty. */
function removeNote(note: Element): void {
  let emptied: Element = note
  while (emptied.parentElement && emptied.parentElement.localName !== "body") {
    const { parentElement } = emptied
    const others = [...parentElement.children].filter(
      (one) => one !== emptied && !/^[hb]r$/.test(one.localName),
    )
    if (others.length > 0 || parentElement.textContent?.trim() !== emptied.textContent?.trim()) break
    emptied = parentElement
  }
  const before = emptied.previousElementSibling
  if (before?.localName === "hr" && emptied.nextElementSibling === null) before.remove()
  emptied.remove()
}
