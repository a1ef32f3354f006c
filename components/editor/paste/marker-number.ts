/** The number that a marker stands for; null for a bullet. */
export function markerNumber(marker: string): number | null {
  const digits = /(\p{Nd}+)[^\p{L}\p{Nd}]*$/u.exec(marker)?.[1]
  if (digits) return Number([...digits].map(digitOf).join(""))
  const letters = /^\(?([a-z]{1,5})[.)]/i.exec(marker)?.[1]?.toLowerCase()
  if (!letters) return null
  const roman = letters.length > 1 || letters === "i" ? romanNumber(letters) : null
  return roman ?? letters.charCodeAt(0) - 96
}

/** Digits of every script stand ten in a row. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero--
  return (digit.codePointAt(0) ?? 0) - zero
}

function romanNumber(letters: string): number | null {
  if (!/^m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(letters)) return null
  const values = [...letters].map((letter) => romans[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
