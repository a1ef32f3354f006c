import { blackoutWords } from "@/lib/text/blackout"

/**
 * Puts what is selected in a card's comment into the field of its form, unless something was typed there. Call it before a
 * click clears the selection.
 */
export function fillWithSelection(box: HTMLDetailsElement): void {
  const selection = document.getSelection()
  const field = box.querySelector<HTMLTextAreaElement>("textarea")
  const body = box.closest("article")?.querySelector("[data-words]")
  if (box.open || !field || field.value !== field.defaultValue) return
  if (!body || !selection || selection.isCollapsed) return
  if (!body.contains(selection.anchorNode) || !body.contains(selection.focusNode)) return
  // As what the page came with: nobody has typed it.
  field.defaultValue = textOf(selection.getRangeAt(0)).trim()
}

/** The very text of the comment, with its marks in words also where the selection begins or ends within one. */
function textOf(range: Range): string {
  const copy = range.cloneContents()
  for (const mark of copy.querySelectorAll(".blackout")) mark.textContent = blackoutWords
  for (const summary of copy.querySelectorAll("summary")) summary.remove()
  return copy.textContent
}
