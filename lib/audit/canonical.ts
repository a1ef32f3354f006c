import { createHash } from "node:crypto"
import { type SQL, sql } from "drizzle-orm"

/** What a driver answers for `chainColumns`: every value as text. */
export type StoredRow = {
  seq: string | null
  id: string
  comment_id: string | null
  staff_id: string | null
  action: string
  from_status: string | null
  to_status: string | null
  reason: string
  version: string | null
  undoes: string | null
  batch_id: string | null
  ban_id: string | null
  /** A JSON object, in any spelling. */
  detail: string
  created_at: string
  post_id: string | null
  member_id: string | null
  media_id: string | null
  author_id: string | null
  page_id: string | null
  topic: string | null
  /** In hexadecimal. */
  hash: string | null
}

/**
 * The columns of `audit_events` that the chain covers. Numbers are decimal digits, times are UTC with six digits after
 * the second (`2026-11-24T09:30:00.123456Z`): a JavaScript `Date` would lose the last three. `subject` is made from the
 * others and not hashed.
 */
export const chainColumns: SQL = sql`
  chain_seq::text as seq, id::text, comment_id::text, staff_id::text, action, from_status, to_status, reason,
  version::text, undoes::text, batch_id::text, ban_id::text, detail::text,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
  post_id::text, member_id::text, media_id::text, author_id::text, page_id::text, topic, encode(chain_hash, 'hex') as hash`

/** What the first row follows. */
export const noHash: Buffer = Buffer.alloc(32)

/** SHA-256 over the previous row's hash (32 bytes) followed by the row's bytes at its place in the chain. */
export function chainHash(previous: Buffer, row: StoredRow, seq: number): Buffer {
  return createHash("sha256").update(previous).update(canonicalBytes(row, seq)).digest()
}

/**
 * The bytes of a row, from which anybody can compute the chain without this program: a JSON array in the form of
 * RFC 8785 (no white space, object keys sorted by UTF-16 units, shortest escapes), as UTF-8. Its elements are strings
 * or nulls in the order below; `detail` stands there as an object. A row about a story or a member of staff has two
 * more, one about a picture three, one about an author four, one about a page five, and one
 * about the front page or a tag six: the log grew, and its rows are hashed as they were.
 */
function canonicalBytes(row: StoredRow, seq: number): Buffer {
  const { post_id, member_id, media_id, author_id, page_id, topic } = row
  const later = [[post_id, member_id], [media_id], [author_id], [page_id], [topic]]
  const last = later.findLastIndex((ids) => ids.some((id) => id !== null))
  return Buffer.from(
    canonical([
      String(seq),
      row.id,
      row.comment_id,
      row.staff_id,
      row.action,
      row.from_status,
      row.to_status,
      row.reason,
      row.version,
      row.undoes,
      row.batch_id,
      row.ban_id,
      JSON.parse(row.detail),
      row.created_at,
      ...later.slice(0, last + 1).flat(),
    ]),
    "utf8",
  )
}

/** RFC 8785 is JSON as ECMAScript writes it, but for the order of an object's keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  // The default order of `sort` is that of UTF-16 units.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`
}
