/** Fills a field in, and says so as typing does: a script's change of a field tells nobody by itself. */
export function setField(field: HTMLInputElement | null, value: string): void {
  if (!field || field.value === value) return
  field.value = value
  field.dispatchEvent(new Event("input", { bubbles: true }))
}
