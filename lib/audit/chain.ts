import "server-only"
import { sql } from "drizzle-orm"
import { database, type Queryable, type Transaction } from "@/db/client"
import { tryLock } from "@/db/locks"
import { chainColumns, chainHash, noHash, type StoredRow } from "@/lib/audit/canonical"

/** So many rows are chained in one transaction. */
const batchSize = 1000

/** The end of the chain; `seq` 0 and a hash of zeros before the first row. */
export type Head = { seq: number; hash: Buffer }

/**
 * Chains every row of the log that is not yet. Rows are written by many transactions at once, so they cannot know who
 * comes before them; they are put in line afterwards, by id among those that can be seen. One instance does it at a
 * time: another that asks meanwhile has nothing to do.
 * @returns how many rows were chained
 */
export async function chainEvents(): Promise<number> {
  for (let chained = 0; ; ) {
    const now = await database().transaction(chainBatch)
    chained += now
    if (now < batchSize) return chained
  }
}

async function chainBatch(tx: Transaction): Promise<number> {
  if (!(await tryLock(tx, "chaining"))) return 0
  // A row that somebody is just taking back is locked by them. It is chained a second later, and nobody waits
  // crosswise.
  const rows = await tx.execute<StoredRow>(sql`
    select ${chainColumns} from audit_events where chain_seq is null
    order by audit_events.id limit ${batchSize} for update skip locked`)
  if (rows.length === 0) return 0
  let { seq, hash } = await getHead(tx)
  const chained = rows.map((row) => {
    seq++
    hash = chainHash(hash, row, seq)
    return { id: row.id, seq, hash: hash.toString("hex") }
  })
  await tx.execute(sql`
    update audit_events as e set chain_seq = c.seq, chain_hash = decode(c.hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(chained)}::text::jsonb) as c(id bigint, seq bigint, hash text)
    where e.id = c.id`)
  return rows.length
}

/** The last link of the chain. */
export async function getHead(db: Queryable): Promise<Head> {
  const [row] = await db.execute<{ seq: string; hash: string }>(sql`
    select chain_seq::text as seq, encode(chain_hash, 'hex') as hash
    from audit_events where chain_seq is not null order by chain_seq desc limit 1`)
  return row ? { seq: Number(row.seq), hash: Buffer.from(row.hash, "hex") } : { seq: 0, hash: noHash }
}
