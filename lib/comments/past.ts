import "server-only"
import { sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"

/** What happened here before that bears on a new comment. Counts stop at `mostCounted`. */
export type Past = {
  /** Comments from the same network in the last ten minutes. */
  networkBurst: number
  /** What moderators decided in the last week about comments from the same address. */
  refused: number
  approved: number
  /** Comments from the same network that moderators or rules took for spam, as long as its hash is kept. */
  networkSpam: number
  /** Whether something by the same address was approved that was proved to be its owner's. */
  provedApproved: boolean
}

const mostCounted = 50

type Who = { emailHash: Buffer; networkHash: Buffer | null; except?: number }

/** Reads the past in one query. The comment `except` is no part of its own past. */
export async function readPast(db: Queryable, { emailHash, networkHash, except = 0 }: Who): Promise<Past> {
  const [past] = await db.execute<Past>(sql`
    with network as (
      select status, created_at from comments
      where network_hash = ${networkHash} and id <> ${except} order by created_at desc limit ${mostCounted}
    ), address as (
      select status from comments
      where email_hash = ${emailHash} and created_at > now() - interval '7 days' and id <> ${except}
      order by created_at desc limit ${mostCounted}
    )
    select
      (select count(*)::int from network where created_at > now() - interval '10 minutes') as "networkBurst",
      (select count(*)::int from network where status = 'spam') as "networkSpam",
      (select count(*)::int from address where status in ('rejected', 'spam')) as refused,
      (select count(*)::int from address where status = 'approved') as approved,
      exists (
        select from comments where email_hash = ${emailHash} and status = 'approved' and proved_at is not null
      ) as "provedApproved"`)
  return past ?? nothingBefore
}

/** The past of somebody who was never here. */
export const nothingBefore: Past = {
  networkBurst: 0,
  refused: 0,
  approved: 0,
  networkSpam: 0,
  provedApproved: false,
}
