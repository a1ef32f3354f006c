/** A part of a proposed text that only the publication can write; no page is published with one. */
export function placeholder(what: string): string {
  return `[Write here: ${what}]`
}

/** Whether a text still has one of them. */
export function hasPlaceholder(text: string): boolean {
  return /\[write here:[^\]]*\]/i.test(text)
}
