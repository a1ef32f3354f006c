import "server-only"
import { and, desc, eq, not, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { isUndoable } from "@/lib/audit/undoable"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import { stands } from "@/lib/bans/find"
import { ipPrefixHashEnds } from "@/lib/visitors/ip-prefix-hash"

/** A ban as moderators see it: never the address or network, which nobody can read from what is kept. */
export type ListedBan = {
  id: number
  kind: (typeof bans.$inferSelect)["kind"]
  pattern: string
  reason: string
  by: string
  at: Date
  expiresAt: Date | null
  liftedAt: Date | null
  /** The comment that was the occasion, and the name that stood over it; none once it is deleted. */
  occasion: { id: number; name: string } | null
  /** Whether making it, or lifting it, can still be taken back. */
  undoable: boolean
  liftUndoable: boolean
}

const bansShown = 200

/** Bans that hold now, and those that are over or were lifted; the newest `bansShown` of each. */
export async function listBans(staff: Staff): Promise<{ standing: ListedBan[]; ended: ListedBan[] }> {
  mustModerate(staff)
  const [standing, ended] = await Promise.all([select(stands), select(not(stands ?? sql`true`))])
  return { standing, ended }
}

/** What a ban can be about when a comment is its occasion, and how many comments of theirs wait. */
export type Occasion = {
  id: number
  name: string
  body: string
  title: string
  waiting: { author: number; network: number }
  /** Until when its network can be known again, or `null` when it cannot any more. */
  networkEnds: Date | null
}

/** The comment that a ban is about, or `null` when there is none, or its author deleted it. */
export async function findBanOccasion(staff: Staff, id: number): Promise<Occasion | null> {
  mustModerate(staff)
  const waitingWith = (column: SQL) =>
    sql<number>`(select count(*)::int from (select from comments as other
      where other.status = 'pending' and other.staff_id is null and ${column} limit 5000) as counted)`
  const [row] = await database()
    .select({
      id: comments.id,
      name: comments.name,
      body: sql<string>`left(${comments.body}, 300)`,
      title: posts.title,
      createdAt: comments.createdAt,
      networkKept: sql<boolean>`${comments.networkHash} is not null`,
      author: waitingWith(
        sql`coalesce(other.mailbox_hash, other.email_hash) = coalesce(${comments.mailboxHash}, ${comments.emailHash})`,
      ),
      network: waitingWith(
        sql`other.network_hash is not null and coalesce(other.wide_network_hash, other.network_hash)
          = coalesce(${comments.wideNetworkHash}, ${comments.networkHash})`,
      ),
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, id), sql`${comments.status} <> 'deleted'`))
  if (!row) return null
  const { networkKept, createdAt, author, network, ...comment } = row
  const ends = ipPrefixHashEnds(createdAt)
  return {
    ...comment,
    waiting: { author, network },
    networkEnds: networkKept && ends > new Date() ? ends : null,
  }
}

function select(where: SQL | undefined): Promise<ListedBan[]> {
  const within = (moment: typeof bans.createdAt | typeof bans.liftedAt) =>
    sql<boolean>`coalesce(${isUndoable(moment)}, false)`
  const shownName = sql<string>`${comments.name}`
  return database()
    .select({
      id: bans.id,
      kind: bans.kind,
      pattern: bans.pattern,
      reason: bans.reason,
      by: staffTable.name,
      at: bans.createdAt,
      expiresAt: bans.expiresAt,
      liftedAt: bans.liftedAt,
      occasion: { id: comments.id, name: shownName },
      undoable: sql<boolean>`${bans.liftedAt} is null and ${within(bans.createdAt)}`,
      liftUndoable: within(bans.liftedAt),
    })
    .from(bans)
    .innerJoin(staffTable, eq(staffTable.id, bans.staffId))
    .leftJoin(comments, and(eq(comments.id, bans.commentId), sql`${comments.status} <> 'deleted'`))
    .where(where)
    .orderBy(desc(bans.id))
    .limit(bansShown)
}
