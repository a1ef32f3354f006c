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
  comment_version: string | null
  undoes: string | null
  batch_id: string | null
  ban_id: string | null
  detail: string
  created_at: string
  /** In hexadecimal. */
  hash: string | null
}

/** The columns of `moderation_events` that the chain covers, as text: see `canonical.ts`. */
export const chainColumns: SQL = sql`
  chain_seq::text as seq, id::text, comment_id::text, staff_id::text, action::text, from_status::text,
  to_status::text, reason, comment_version::text, undoes::text, batch_id::text, ban_id::text, detail::text,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
  encode(chain_hash, 'hex') as hash`

/** The row as it is hashed at a place in the chain. */
export function logRow(row: StoredRow, seq: number) {
  return {
    chainSeq: String(seq),
    id: row.id,
    commentId: row.comment_id,
    staffId: row.staff_id,
    action: row.action,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    reason: row.reason,
    commentVersion: row.comment_version,
    undoes: row.undoes,
    batchId: row.batch_id,
    banId: row.ban_id,
    detail: row.detail,
    createdAt: row.created_at,
  }
}
