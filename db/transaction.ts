import { sql } from "drizzle-orm"
import { announce, type CacheTag, cacheTagsChannel, fewTags } from "./cache-tags.ts"
import { database, isWithinTransaction, type Transaction } from "./client.ts"
import { texts } from "./lists.ts"

/** Names cache tags that a mutation has changed. */
export type Changed = (...tags: readonly CacheTag[]) => void

/**
 * Runs a mutation in one transaction. `changed` names the cache tags of what readers will see differently:
 * Postgres notifies every instance at commit, and this instance is told before the promise resolves,
 * so the person who acted sees the effect on the next request. Nothing is announced on a rollback.
 */
export async function transaction<T>(work: (tx: Transaction, changed: Changed) => Promise<T>): Promise<T> {
  const named = new Set<CacheTag>()
  let tags: CacheTag[] = []
  const result = await database().transaction(async (tx) => {
    const value = await work(tx, (...more) => {
      for (const tag of more) named.add(tag)
    })
    tags = fewTags(named)
    if (tags.length > 0) {
      await tx.execute(sql`select pg_notify(${cacheTagsChannel}, tag) from ${texts(tags)} as list(tag)`)
    }
    return value
  })
  // Within another transaction it is not over yet: the notification that leaves at commit tells this instance too.
  if (!isWithinTransaction()) announce(tags)
  return result
}

/** A mutation that can end in a refusal. Whatever it has written by then is taken back, and its tags are not announced. */
export async function transactionUnlessRefused<T extends { ok: boolean }>(
  work: (tx: Transaction, changed: Changed) => Promise<T>,
): Promise<T> {
  let refusal: T | undefined
  try {
    return await transaction(async (tx, changed) => {
      const outcome = await work(tx, changed)
      if (outcome.ok) return outcome
      refusal = outcome
      throw new Error("refused")
    })
  } catch (error) {
    if (refusal) return refusal
    throw error
  }
}
