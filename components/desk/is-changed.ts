/** Whether a field holds something else than it began with, which React makes what was saved once it is. */
export function isChanged(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    const begun = options.findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(0, begun)
  }
  if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type))
    return field.checked !== field.defaultChecked
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return false
  // A hidden field has no default of its own.
  return field.value !== (field.dataset.saved ?? field.defaultValue)
}
