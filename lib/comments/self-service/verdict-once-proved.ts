import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { comments } from "@/db/schema/comments"
import { findBan } from "@/lib/bans/find"
import { domainOfAddress } from "@/lib/bans/match"
import type { ReasonKey } from "@/lib/comments/reasons"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import { staffDecided } from "@/lib/comments/screening/past"
import type { History } from "@/lib/comments/self-service/history"
import { decryptEmail } from "@/lib/email"
import type { CommentMode } from "@/lib/settings/comment-modes"

type Comment = typeof comments.$inferSelect
type Case = { comment: Comment; before: History; mode: CommentMode }

/** What the rules say now that the address is proved. Anything a person has decided, or readers have reported, is theirs to say. */
export async function verdictOnceProved(tx: Transaction, { comment, before, mode }: Case) {
  const held = { status: "pending", reason: before.heldFor as ReasonKey } as const
  if (before.byStaff || before.hidden || !(before.heldFor in onlyTheLadder)) return held
  const { emailHash, mailboxHash, networkHash, wideNetworkHash, name } = comment
  const ban = await findBan(tx, {
    emailHash,
    mailboxHash,
    emailDomain: domainOfAddress(decryptEmail(comment.emailSealed)),
    networkHashes: [networkHash ?? [], wideNetworkHash ?? []].flat(),
    name,
  })
  if (ban) return { status: "pending", reason: "banned" } as const
  const provedApproved = await hasProvedApproved(tx, comment)
  return firstVerdict(
    // Closed since: what was said in time is read by somebody.
    mode === "closed" ? "hold_all" : mode,
    commenterOf({ proved: true, provedApproved }),
    comment.findings,
  )
}

/** Reasons to wait that lie in who speaks and not in what was said. */
const onlyTheLadder = {
  "hold-all": true,
  "hold-first": true,
  "hold-unverified": true,
  edited: true,
  "": true,
}

/** The rows of an address are few; those of an attacker who typed it are not proved. */
async function hasProvedApproved(tx: Transaction, { id, emailHash }: Comment): Promise<boolean> {
  const [row] = await tx.execute<{ before: boolean }>(sql`
    select exists (
      select from comments
      where email_hash = ${emailHash} and id <> ${id} and status = 'approved' and proved_at is not null
        and ${staffDecided}
    ) as before`)
  return row?.before ?? false
}
