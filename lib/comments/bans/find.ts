import "server-only"
import { and, gt, isNull, or, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { texts } from "@/db/lists"
import { bans } from "@/db/schema/moderation"
import { domainAndParents, nameFits } from "@/lib/comments/bans/match"

export type StandingBan = { id: number; kind: (typeof bans.$inferSelect)["kind"]; reason: string }

type Speaker = {
  /** As `hashAddress` makes it. */
  emailHash: Buffer
  /** What stands after the address's last `@`. */
  emailDomain: string
  /** As `networkHashes` makes them; none when the network is not known. */
  networkHashes: Buffer[]
  name: string
}

/** The oldest standing ban that covers somebody, or `null`; one query. */
export async function findBan(db: Queryable, speaker: Speaker): Promise<StandingBan | null> {
  const [row] = await db.execute<{ bans: Candidate[] }>(sql`select ${bansToCompare(speaker)} as bans`)
  return banAmong(row?.bans ?? [], speaker)
}

/** Whether a ban holds now. */
export const stands = and(isNull(bans.liftedAt), or(isNull(bans.expiresAt), gt(bans.expiresAt, sql`now()`)))

/** A ban that covers somebody, or may: `hash` is a network's, `pattern` a name's. */
export type Candidate = StandingBan & { hash: string | null; pattern: string }

/**
 * The standing bans of an address and its domain, and all of networks and names, as one JSON value for a query that
 * asks for other things too. There are few of the latter: networks' end after two days, names are written by hand.
 */
export function bansToCompare({ emailHash, emailDomain }: Pick<Speaker, "emailHash" | "emailDomain">): SQL {
  const ofDomain = sql`kind = 'domain' and pattern in ${texts(domainAndParents(emailDomain))}`
  return sql`(
    select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'reason', reason, 'pattern', pattern,
      'hash', case when kind = 'network' then encode(hash, 'hex') end) order by id), '[]')
    from bans
    where lifted_at is null and (expires_at is null or expires_at > now())
      and ((kind = 'address' and hash = ${emailHash}) or (${ofDomain}) or kind in ('network', 'name')))`
}

/** The first of these bans that covers somebody, or `null`. */
export function banAmong(
  candidates: Candidate[],
  { networkHashes, name }: Pick<Speaker, "networkHashes" | "name">,
): StandingBan | null {
  const ban = candidates.find(({ kind, hash, pattern }) => {
    if (kind === "name") return nameFits(name, pattern)
    if (kind === "network") return networkHashes.some((known) => known.toString("hex") === hash)
    return true
  })
  return ban ? { id: ban.id, kind: ban.kind, reason: ban.reason } : null
}
