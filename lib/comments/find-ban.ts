import "server-only"
import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { bans } from "@/db/schema/moderation"
import { domainAndParents, nameFits } from "@/lib/comments/ban-match"

type BanKind = (typeof bans.$inferSelect)["kind"]

type Speaker = {
  /** As `hashAddress` makes it. */
  emailHash: Buffer
  /** What stands after the address's last `@`. */
  emailDomain: string
  /** As `networkHashes` makes them; none when the network is not known. */
  networkHashes: Buffer[]
  name: string
}

/**
 * The oldest standing ban that covers somebody, or `null`. One query; the patterns for names, of which there are few,
 * are compared here.
 */
export async function findBan(
  db: Queryable,
  { emailHash, emailDomain, networkHashes, name }: Speaker,
): Promise<{ id: number; kind: BanKind; reason: string } | null> {
  const domains = domainAndParents(emailDomain)
  const rows = await db
    .select({ id: bans.id, kind: bans.kind, pattern: bans.pattern, reason: bans.reason })
    .from(bans)
    .where(
      and(
        stands,
        or(
          and(eq(bans.kind, "address"), eq(bans.hash, emailHash)),
          networkHashes.length > 0
            ? and(eq(bans.kind, "network"), inArray(bans.hash, networkHashes))
            : undefined,
          domains.length > 0 ? and(eq(bans.kind, "domain"), inArray(bans.pattern, domains)) : undefined,
          eq(bans.kind, "name"),
        ),
      ),
    )
    .orderBy(asc(bans.id))
  const ban = rows.find(({ kind, pattern }) => kind !== "name" || nameFits(name, pattern))
  return ban ? { id: ban.id, kind: ban.kind, reason: ban.reason } : null
}

/** Whether a ban holds now. */
export const stands = and(isNull(bans.liftedAt), or(isNull(bans.expiresAt), gt(bans.expiresAt, sql`now()`)))
