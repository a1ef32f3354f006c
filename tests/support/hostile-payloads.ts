/** Pieces of text that cost more than they look, repeated as often as an attacker likes. */
export const hostilePieces = {
  "combining marks": "\u0308\u0327\u05B0",
  "marks that take room": "\u{1D16D}\u{1D165}",
  "marks in disguise": "\u0308\uFF9E",
  "zero-width joiners": "👩\u200D",
  "variation selectors": "\uFE0F\u{E0101}",
  "tag characters": "\u{1F3F4}\u{E0061}",
  "lone surrogates": "\uD800",
  "emoji families": "👨\u200D👩\u200D👧",
  "nested brackets": "[",
  "nested parentheses": "(",
  "links in links": "http://",
  "links with brackets": "https://a.b/(",
  "digits and commas": "1,",
  "line ends": "\r",
  spaces: " \t",
  hyphens: "a-",
  "at signs": "a@",
} as const

/** V8 puts a repeated text together when it is first used, which takes longer than the test of a form: once is enough. */
const made = new Map<string, string>()

/** A piece repeated to a size in bytes; begins with a letter, for marks to stand on. */
export function hostileText(piece: string, bytes: number): string {
  const key = `${bytes} ${piece}`
  const text = made.get(key) ?? `a${piece.repeat(Math.floor((bytes - 1) / Buffer.byteLength(piece)))}`
  made.set(key, text)
  return text
}
