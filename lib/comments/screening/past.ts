import { type SQL, sql } from "drizzle-orm"

/** What came from one network before. Counts stop at `mostCounted`. */
export type NetworkPast = {
  /** Comments in the last ten minutes. */
  burst: number
  /** Comments that moderators or rules took for spam, as long as the network's hash is kept. */
  spam: number
}

/**
 * What moderators themselves decided in the last week; about comments that were proved to be their owner's when the
 * speaker is. Anybody can type an address and be taken for spam by a rule.
 */
export type AddressPast = {
  /** In the same mailbox, however its address was written. */
  refused: number
  /** By just the same address. */
  approved: number
}

/** What happened here before that bears on a new comment. */
export type Past = NetworkPast &
  AddressPast & {
    /** Whether a moderator approved something by the same address that was proved to be its owner's. */
    provedApproved: boolean
  }

const mostCounted = 50

export type Who = {
  emailHash: Buffer
  /** That of the mailbox; without it the address stands for itself. */
  mailboxHash: Buffer | null
  wideNetworkHash: Buffer | null
  /** Whether the speaker has proved the address. */
  proved: boolean
  /** A comment that is no part of its own past. */
  except?: number
}

/**
 * The past as one JSON value, for a query that asks for other things too. What speaks against somebody counts by mailbox
 * and wide network, what speaks for them by the address itself.
 */
export function visitorPast({ emailHash, mailboxHash, wideNetworkHash, proved, except = 0 }: Who): SQL {
  const decided = sql`created_at > now() - interval '7 days' and id <> ${except}
        and (not ${proved}::boolean or proved_at is not null) and ${staffDecided}
      order by created_at desc limit ${mostCounted}`
  return sql`(
    with network as (
      select status, created_at from comments
      where network_hash is not null and ${ofWideNetwork(wideNetworkHash)} and id <> ${except}
      order by created_at desc limit ${mostCounted}
    ), mailbox as (
      select status from comments where ${ofMailboxHash(mailboxHash ?? emailHash)} and ${decided}
    ), address as (
      select status from comments where email_hash = ${emailHash} and ${decided}
    )
    select json_build_object(
      'burst', (select count(*) from network where created_at > now() - interval '10 minutes'),
      'spam', (select count(*) from network where status = 'spam'),
      'refused', (select count(*) from mailbox where status in ('rejected', 'spam')),
      'approved', (select count(*) from address where status = 'approved'),
      'provedApproved', exists (
        select from comments
        where email_hash = ${emailHash} and status = 'approved' and proved_at is not null and id <> ${except}
          and ${staffDecided})))`
}

/** Comments of a mailbox; of old rows, whose mailbox is not known yet, those of the address that is called like it. */
export function ofMailboxHash(hash: Buffer | SQL): SQL {
  return sql`coalesce(comments.mailbox_hash, comments.email_hash) = ${hash}`
}

/** Comments of a wide network; of old rows those whose network is no wider. */
export function ofWideNetwork(hash: Buffer | SQL | null): SQL {
  return sql`coalesce(comments.wide_network_hash, comments.network_hash) = ${hash}`
}

/** Whether one of the staff, and not a rule, put a comment where it is. */
export const staffDecided = sql`exists (
  select from audit_events as decision
  where decision.comment_id = comments.id and decision.staff_id is not null
    and decision.to_status = comments.status::text)`
