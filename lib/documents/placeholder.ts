/** A part of a proposed text that only the publication can write; no page is published with one. */
export function placeholder(what: string): string {
  return `[Write here: ${what}]`
}

/** The first of them that a text still has, or null. */
export function placeholderLeft(text: string): string | null {
  return /\[write here:[^\]]*\]/i.exec(text)?.[0] ?? null
}
