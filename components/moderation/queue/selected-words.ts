import { blackoutWords } from "@/lib/text/blackout"

/**
 * Puts what is selected in a card's comment into the field of its form, unless something was typed there. Call it before a
 * click clears the selection.
 */
export function fillWithSelection(box: HTMLDetailsElement): void {
  const selection = document.getSelection()
  const field = box.querySelector<HTMLTextAreaElement>("textarea")
  const body = box.closest("article")?.querySelector("[data-words]")
  if (box.open || !field || isTyped(field)) return
  if (!body || !selection || selection.isCollapsed) return
  if (!body.contains(selection.anchorNode) || !body.contains(selection.focusNode)) return
  field.value = textOf(selection.getRangeAt(0)).trim()
  // Not as the field's default, which React would take out again.
  field.dataset.filled = field.value
}

/** Whether somebody has typed into a field; what was selected for it is still in the comment. */
export function isTyped({ value, defaultValue, dataset }: HTMLTextAreaElement): boolean {
  return value !== defaultValue && value !== dataset.filled
}

/** The very text of the comment, with its marks in words also where the selection begins or ends within one. */
function textOf(range: Range): string {
  const copy = range.cloneContents()
  for (const mark of copy.querySelectorAll(".blackout")) mark.textContent = blackoutWords
  for (const summary of copy.querySelectorAll("summary")) summary.remove()
  return copy.textContent
}
