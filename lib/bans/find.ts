import "server-only"
import { and, gt, isNull, or, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { texts } from "@/db/lists"
import { bans } from "@/db/schema/moderation"
import { domainAndParents, nameFits } from "@/lib/bans/match"

export type StandingBan = { id: number; kind: (typeof bans.$inferSelect)["kind"]; reason: string }

type Speaker = {
  /** As `hashEmail` makes it. */
  emailHash: Buffer
  /** As `hashMailbox` makes it; without it the address stands for itself. */
  mailboxHash: Buffer | null
  /** What stands after the address's last `@`; null when it is not known. */
  emailDomain: string | null
  /** Hashes of the network and of its wider prefix, as `hashIpPrefixes` makes them; none when unknown. */
  networkHashes: Buffer[]
  name: string
}

/** The oldest standing ban that covers somebody, or `null`; one query. */
export async function findBan(db: Queryable, speaker: Speaker): Promise<StandingBan | null> {
  const [row] = await db.execute<{ bans: BanCandidate[] }>(sql`select ${bansToCompare(speaker)} as bans`)
  return bansAmong(row?.bans ?? [], speaker)[0] ?? null
}

/** Whether a ban holds now. */
export const stands = and(isNull(bans.liftedAt), or(isNull(bans.expiresAt), gt(bans.expiresAt, sql`now()`)))

/** A ban that covers somebody, or may: `hash` is a network's, `pattern` a name's. */
export type BanCandidate = StandingBan & { hash: string | null; pattern: string }

/**
 * The standing bans of an address and its domain, and all of networks and names, as one JSON value for a query that
 * asks for other things too. There are few of the latter: networks' end after two days, names are written by hand.
 */
export function bansToCompare({
  emailHash,
  mailboxHash,
  emailDomain,
}: Pick<Speaker, "emailHash" | "mailboxHash" | "emailDomain">): SQL {
  const domains = emailDomain === null ? [] : domainAndParents(emailDomain)
  const ofDomain = sql`kind = 'domain' and pattern in ${texts(domains)}`
  return sql`(
    select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'reason', reason, 'pattern', pattern,
      'hash', case when kind = 'network' then encode(hash, 'hex') end) order by id), '[]')
    from bans
    where lifted_at is null and (expires_at is null or expires_at > now())
      and ((kind = 'address' and hash in (${emailHash}, ${mailboxHash})) or (${ofDomain}) or kind in ('network', 'name')))`
}

/** Those of these bans that cover somebody, the oldest first. */
export function bansAmong(
  candidates: BanCandidate[],
  { networkHashes, name }: Pick<Speaker, "networkHashes" | "name">,
): StandingBan[] {
  const known = new Set(networkHashes.map((hash) => hash.toString("hex")))
  return candidates
    .filter(({ kind, hash, pattern }) => {
      if (kind === "name") return nameFits(name, pattern)
      return kind !== "network" || (hash !== null && known.has(hash))
    })
    .map(({ id, kind, reason }) => ({ id, kind, reason }))
}
