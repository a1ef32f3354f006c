/** What an element `font` says. */
export function fontAttribute(one: Element, name: string): string | null {
  return one.localName === "font" ? (one.getAttribute(name)?.toLowerCase() ?? null) : null
}
