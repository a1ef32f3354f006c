import "server-only"
import { sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { chainColumns, chainHash, noHash, type StoredRow } from "@/lib/audit/canonical"

/** What is wrong with the first row that is not as it was chained. `seq` is its place in the chain. */
export type Break =
  /** The row itself was changed: what comes after it still follows from its hash. */
  | { kind: "changed"; seq: number; id: number }
  /** It does not follow from the row before it, nor the next from it: put in another's place, or rewritten. */
  | { kind: "out-of-order"; seq: number; id: number }
  /** No row has this place any more. */
  | { kind: "missing"; seq: number }
  /** Two rows have the same place. */
  | { kind: "twice"; seq: number; id: number }
  /** Written more than a minute ago and not chained. */
  | { kind: "unchained"; id: number }
  /** The chain is whole in itself, and the hash that was written down earlier is not in it. */
  | { kind: "rewritten" }

export type Verified =
  | { ok: true; count: number; head: string; unchained: number }
  | { ok: false; found: Break }

const batchSize = 2000

/**
 * Walks the whole chain from its first row, holding one batch at a time. Rows that are removed from its end leave no
 * trace in it: only an earlier head tells.
 * @param head the hash in hexadecimal that an earlier walk ended with
 */
export async function verifyLog(db: Queryable, { head }: { head?: string } = {}): Promise<Verified> {
  let [seq, hash, seen] = [0, noHash, head === undefined]
  for await (const { row, next } of walk(db)) {
    const found = judge(row, next, { seq, hash })
    if (found) return { ok: false, found }
    seq++
    hash = Buffer.from(row.hash ?? "", "hex")
    seen ||= row.hash === head
  }
  if (!seen) return { ok: false, found: { kind: "rewritten" } }
  const waiting = await countUnchained(db)
  if (waiting.late) return { ok: false, found: { kind: "unchained", id: Number(waiting.late) } }
  return { ok: true, count: seq, head: hash.toString("hex"), unchained: waiting.count }
}

/** Whether the newest rows follow from one another, `most` of them: enough for a page that is looked at often. */
export async function verifyNewest(
  db: Queryable,
  most: number,
): Promise<{ checked: number; found: Break | null }> {
  const rows = await db.execute<StoredRow>(sql`
    select ${chainColumns} from audit_events where chain_seq is not null
    order by chain_seq desc, audit_events.id limit ${most + 1}`)
  const [first, ...rest] = rows.reverse()
  if (!first) return { checked: 0, found: null }
  // The chain's very first row can be checked by itself; any other only gives the hash that the next follows.
  const begin = Number(first.seq) === 1
  const line = begin ? [first, ...rest] : rest
  let link = begin ? { seq: 0, hash: noHash } : { seq: Number(first.seq), hash: hashOf(first) }
  for (const [at, row] of line.entries()) {
    const found = judge(row, line[at + 1] ?? null, link)
    if (found) return { checked: at, found }
    link = { seq: link.seq + 1, hash: hashOf(row) }
  }
  return { checked: line.length, found: null }
}

function judge(row: StoredRow, next: StoredRow | null, last: { seq: number; hash: Buffer }): Break | null {
  const [seq, id] = [Number(row.seq), Number(row.id)]
  if (seq === last.seq) return { kind: "twice", seq, id }
  if (seq !== last.seq + 1) return { kind: "missing", seq: last.seq + 1 }
  if (chainHash(last.hash, row, seq).toString("hex") === row.hash) return null
  const goesOn = next === null || chainHash(hashOf(row), next, seq + 1).toString("hex") === next.hash
  return { kind: goesOn ? "changed" : "out-of-order", seq, id }
}

function hashOf(row: StoredRow): Buffer {
  return Buffer.from(row.hash ?? "", "hex")
}

/** Every chained row in the chain's order, each with the one after it. */
async function* walk(db: Queryable): AsyncGenerator<{ row: StoredRow; next: StoredRow | null }> {
  let held: StoredRow | null = null
  for (;;) {
    const after: StoredRow | null = held
    const rows: StoredRow[] = await db.execute<StoredRow>(sql`
      select ${chainColumns} from audit_events
      where chain_seq is not null
        ${after ? sql`and (chain_seq, audit_events.id) > (${after.seq}::bigint, ${after.id}::bigint)` : sql``}
      order by chain_seq, audit_events.id limit ${batchSize}`)
    for (const row of rows) {
      if (held) yield { row: held, next: row }
      held = row
    }
    if (rows.length < batchSize) break
  }
  if (held) yield { row: held, next: null }
}

/** Rows that are not chained yet, up to a hundred thousand, and the first that should have been long ago. */
export async function countUnchained(db: Queryable): Promise<{ count: number; late: string | null }> {
  const [row] = await db.execute<{ count: number; late: string | null }>(sql`
    select count(*)::int as count,
      (min(id) filter (where created_at < now() - interval '1 minute'))::text as late
    from (select id, created_at from audit_events where chain_seq is null order by id limit 100000) as waiting`)
  return row ?? { count: 0, late: null }
}
