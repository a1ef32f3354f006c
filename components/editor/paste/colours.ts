/** Whether somebody gave words this colour; pages and programs set their text in shades near grey. */
export function isColoured(colour: string): boolean {
  return chromaOf(colour) >= 60
}

/** Whether words on this ground are marked. Paler than a colour of letters is, and further from grey than paper is. */
export function isHighlight(ground: string): boolean {
  return chromaOf(ground) >= 40
}

/** How far a colour is from grey, of 255; 0 for what is not known. */
function chromaOf(colour: string): number {
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(colour)
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/.exec(colour)
  if (short) return spread(short.slice(1, 4).map((digit) => Number.parseInt(digit + digit, 16)))
  if (long) return spread(long.slice(1, 4).map((digits) => Number.parseInt(digits, 16)))
  const [, model, numbers = ""] = /^(rgb|hsl)a?\(([^)]*)\)/.exec(colour) ?? []
  const [a = 0, b = 0, c = 0, opacity = 1] = numbers.split(/[\s,/]+/).map((part) => Number.parseFloat(part))
  if (opacity === 0) return 0
  if (model === "rgb") return spread([a, b, c])
  if (model === "hsl") return (b / 100) * (1 - Math.abs((2 * c) / 100 - 1)) * 255
  return /^[a-z]+$/.test(colour) && !grey.test(colour) ? 255 : 0
}

const spread = (parts: readonly number[]) => Math.max(...parts) - Math.min(...parts)

/** Names of CSS, of Word and of systems that say no colour. */
const grey =
  /^(black|white|(dark|dim|light|slate)?gr[ae]y|silver|gainsboro|whitesmoke|snow|ivory|transparent|none|currentcolor|auto|windowtext|window|canvas(text)?|text|initial|inherit|unset|revert)$/
