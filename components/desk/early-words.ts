type Typed = { words: string; selection: [number, number] }

const typed = new WeakMap<HTMLTextAreaElement, Typed>()

// Runs with the scripts of the page, before React takes it over.
if (typeof document !== "undefined") {
  // After "Back" and "Reload" it may be the browser that filled them in, with what they held before.
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  if (visit?.type === "navigate") for (const field of document.querySelectorAll("textarea")) note(field)
  document.addEventListener("input", ({ target }) => note(target), { capture: true })
  // Not by "selectionchange", which React's own change of a field fires as well.
  for (const moved of ["keyup", "pointerup"])
    document.addEventListener(moved, ({ target }) => note(target, { asTyped: true }), { capture: true })
}

/** @param asTyped only while it holds the words that were noted */
function note(field: EventTarget | null, { asTyped = false } = {}): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  const { value: words, selectionStart, selectionEnd } = field
  if (asTyped && typed.get(field)?.words !== words) return
  typed.set(field, { words, selection: [selectionStart, selectionEnd] })
}

/**
 * Puts back what was typed into a form's longer texts before scripts ran, and where the cursor was: as React takes over a
 * textarea that has a text, it gives that text back to it (`initTextarea` of react-dom 19).
 */
export function restoreEarlyWords(form: HTMLFormElement | null): void {
  for (const field of form?.elements ?? []) {
    const early = field instanceof HTMLTextAreaElement && typed.get(field)
    if (!early) continue
    if (field.value !== early.words) field.value = early.words
    if (field === document.activeElement) field.setSelectionRange(...early.selection)
  }
}
