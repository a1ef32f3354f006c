/** Where a page of a list ends: the last story's moment, to the microsecond, and its id. */
export type Cursor = { micros: number; id: number }

/** Reads `?before=`. Null is a malformed one, undefined is none: the newest stories. */
export function readCursor(value: string | string[] | undefined): Cursor | undefined | null {
  if (value === undefined) return undefined
  const match = typeof value === "string" ? /^(\d{1,16})-(\d{1,15})$/.exec(value) : null
  if (!match) return null
  const cursor = { micros: Number(match[1]), id: Number(match[2]) }
  return Number.isSafeInteger(cursor.micros) ? cursor : null
}

export function writeCursor({ micros, id }: Cursor): string {
  return `${micros}-${id}`
}

/** The address of a list, or of the part of it that a cursor begins. */
export function listAddress(path: string, before: string | string[] | undefined): string {
  return typeof before === "string" ? `${path}?before=${before}` : path
}
