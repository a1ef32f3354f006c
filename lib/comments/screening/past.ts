import { type SQL, sql } from "drizzle-orm"

/** What happened here before that bears on a new comment. Counts stop at `mostCounted`. */
export type Past = {
  /** Comments from the same network in the last ten minutes. */
  networkBurst: number
  /**
   * What moderators themselves decided in the last week about comments from the same address; about those that were
   * proved to be its owner's when the speaker is. Anybody can type an address and be taken for spam by a rule.
   */
  refused: number
  approved: number
  /** Comments from the same network that moderators or rules took for spam, as long as its hash is kept. */
  networkSpam: number
  /** Whether a moderator approved something by the same address that was proved to be its owner's. */
  provedApproved: boolean
}

const mostCounted = 50

export type Who = {
  emailHash: Buffer
  networkHash: Buffer | null
  /** Whether the speaker has proved the address. */
  proved: boolean
  /** A comment that is no part of its own past. */
  except?: number
}

/** The past as one JSON value, for a query that asks for other things too. */
export function pastOf({ emailHash, networkHash, proved, except = 0 }: Who): SQL {
  return sql`(
    with network as (
      select status, created_at from comments
      where network_hash = ${networkHash} and id <> ${except} order by created_at desc limit ${mostCounted}
    ), address as (
      select status from comments
      where email_hash = ${emailHash} and created_at > now() - interval '7 days' and id <> ${except}
        and (not ${proved}::boolean or proved_at is not null) and ${staffDecided}
      order by created_at desc limit ${mostCounted}
    )
    select json_build_object(
      'networkBurst',
      (select count(*) from network where created_at > now() - interval '10 minutes'),
      'networkSpam', (select count(*) from network where status = 'spam'),
      'refused', (select count(*) from address where status in ('rejected', 'spam')),
      'approved', (select count(*) from address where status = 'approved'),
      'provedApproved', exists (
        select from comments
        where email_hash = ${emailHash} and status = 'approved' and proved_at is not null and id <> ${except}
          and ${staffDecided})))`
}

/** Whether one of the staff, and not a rule, put a comment where it is. */
export const staffDecided = sql`exists (
  select from moderation_events as decision
  where decision.comment_id = comments.id and decision.staff_id is not null
    and decision.to_status = comments.status)`

/** The past of somebody who was never here. */
export const nothingBefore: Past = {
  networkBurst: 0,
  refused: 0,
  approved: 0,
  networkSpam: 0,
  provedApproved: false,
}
