/** How deep React's own values go here; `JSON.parse` itself has no limit. */
const deepest = 12

/** One numbered row of what React sends: a JSON value in which a text like `$1:0:item` stands for an object of row 1. */
export type Row = { number: 0 | 1; value: unknown }

/**
 * Whether a JSON value is data as React writes it for an action: no promise, stream, file, or reference to another
 * action, whose reading could fail or go on. Of what begins with `$` only these are data: an escaped text, a date, a
 * number that JSON lacks, `undefined`, and a reference to an object that stands in the same row.
 */
export function isPlainData(value: unknown, row: Row, depth = 0): boolean {
  if (depth > deepest) return false
  if (typeof value === "string") return value[0] !== "$" || isPlainText(value, row)
  if (typeof value !== "object" || value === null) return true
  return Object.values(value).every((inner) => isPlainData(inner, row, depth + 1))
}

function isPlainText(text: string, row: Row): boolean {
  if (/^\$(\$|undefined$|NaN$|-?Infinity$|-0$|D\d{4}-[\d:.TZ-]+$)/.test(text)) return true
  const [number, ...steps] = text.slice(1).split(":")
  return number === String(row.number) && isObjectAt(row.value, steps)
}

function isObjectAt(root: unknown, steps: string[]): boolean {
  let at = root
  for (const step of steps) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return false
    at = (at as Record<string, unknown>)[step]
  }
  return typeof at === "object" && at !== null
}

/** A JSON list, or null for anything else. */
export function readList(text: unknown): unknown[] | null {
  try {
    const value: unknown = typeof text === "string" ? JSON.parse(text) : null
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
