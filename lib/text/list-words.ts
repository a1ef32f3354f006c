/** Where an item of a list stands, and what stands between and around them. */
export type ListPart = { item: number } | { words: string }

/** A list of so many items as a language writes it: "A, B and C". */
export function listParts(count: number, language: string): ListPart[] {
  const items = Array.from({ length: count }, (_, at) => String(at))
  return formatter(language)
    .formatToParts(items)
    .map(({ type, value }) => (type === "element" ? { item: Number(value) } : { words: value }))
}

/** Made once for each language: that costs more than a page of names. */
function formatter(language: string): Intl.ListFormat {
  const known = formatters.get(language) ?? new Intl.ListFormat(language, { type: "conjunction" })
  formatters.set(language, known)
  return known
}

const formatters = new Map<string, Intl.ListFormat>()
