/** Puts what is selected in a card's comment into the field of its form. Call it before a click clears the selection. */
export function fillWithSelection(box: HTMLDetailsElement): void {
  const selection = document.getSelection()
  const field = box.querySelector<HTMLTextAreaElement>("textarea")
  const body = box.closest("article")?.querySelector("[data-words]")
  if (box.open || !field || !selection || selection.isCollapsed) return
  if (!body?.contains(selection.anchorNode) || !body.contains(selection.focusNode)) return
  field.value = selection.toString().trim()
}
