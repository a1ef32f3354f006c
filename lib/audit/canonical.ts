import { createHash } from "node:crypto"

/**
 * A row of the log as text, in the order in which it is hashed. Numbers are decimal digits, times are UTC with six
 * digits after the second (`2026-11-24T09:30:00.123456Z`): a JavaScript `Date` would lose the last three.
 */
export type LogRow = {
  chainSeq: string
  id: string
  commentId: string | null
  staffId: string | null
  action: string
  fromStatus: string | null
  toStatus: string | null
  reason: string
  commentVersion: string | null
  undoes: string | null
  batchId: string | null
  banId: string | null
  /** A JSON object as text, in any spelling. */
  detail: string
  createdAt: string
}

/** What the first row follows. */
export const noHash: Buffer = Buffer.alloc(32)

/**
 * The bytes of a row, from which anybody can compute the chain without this program: a JSON array in the form of
 * RFC 8785 (no white space, object keys sorted by UTF-16 units, shortest escapes), as UTF-8. Its elements are the
 * strings or nulls of `LogRow` in their order; `detail` stands there as an object.
 */
function canonicalBytes(row: LogRow): Buffer {
  return Buffer.from(
    canonical([
      row.chainSeq,
      row.id,
      row.commentId,
      row.staffId,
      row.action,
      row.fromStatus,
      row.toStatus,
      row.reason,
      row.commentVersion,
      row.undoes,
      row.batchId,
      row.banId,
      JSON.parse(row.detail),
      row.createdAt,
    ]),
    "utf8",
  )
}

/** SHA-256 over the previous row's hash (32 bytes) followed by the row's bytes. */
export function chainHash(previous: Buffer, row: LogRow): Buffer {
  return createHash("sha256").update(previous).update(canonicalBytes(row)).digest()
}

/** RFC 8785 is JSON as ECMAScript writes it, but for the order of an object's keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  // The default order of `sort` is that of UTF-16 units.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`
}
