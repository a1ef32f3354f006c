import "server-only"
import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { tentatively } from "@/db/tentative"
import { transaction } from "@/db/transaction"
import { askAll, askNetwork } from "@/lib/commenters/limits"
import { decryptEmail } from "@/lib/email"
import { queueDelivery } from "@/lib/mail/deliveries"
import { takeQuota } from "@/lib/mail/mailbox-quota"
import { everyone, ofIpPrefix } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

export type AskOutcome = { ok: true } | { ok: false; reason: "too-fast" | "too-many" }

/** Runs `work` in a transaction, unless a network, or all together, have asked for as many messages as they may. */
export async function withinAskLimits(
  network: string,
  work: (tx: Transaction) => Promise<void>,
): Promise<AskOutcome> {
  if (!(await countAgainst(askNetwork, ofIpPrefix(network))).ok) return { ok: false, reason: "too-fast" }
  if (!(await countAgainst(askAll, everyone)).ok) return { ok: false, reason: "too-many" }
  await transaction(work)
  return { ok: true }
}

type Kind = "commenter_proof" | "commenter_link"
type Mail = { kind: Kind; comment: Comment; perMonth: number; share?: "own"; wanted?: boolean }
type Comment = NonNullable<Awaited<ReturnType<typeof findComment>>>

/** The comment whose address is asked, while it has one. */
export async function findComment(tx: Transaction, id: number) {
  const [row] = await tx
    .select({
      id: comments.id,
      status: comments.status,
      staffId: comments.staffId,
      provedAt: comments.provedAt,
      emailHash: comments.emailHash,
      emailSealed: comments.emailSealed,
    })
    .from(comments)
    .where(eq(comments.id, id))
    // One that is being erased at this moment is gone: no address is kept for it again.
    .for("share")
  return row && row.status !== "deleted" && row.staffId === null ? row : undefined
}

/** Has one message go to the address of a comment, unless its mailbox has had its share or wants none. */
export async function mailOnce(
  tx: Transaction,
  { kind, comment, wanted = true, ...share }: Mail,
  now: Date,
): Promise<void> {
  const email = decryptEmail(comment.emailSealed)
  const dedupeKey = await takeQuota(tx, { kind, email, ...share }, now)
  const { emailHash, emailSealed } = comment
  await tentatively(tx, "message", async () => {
    // `do nothing` would return no row on a conflict; this update changes nothing and returns the existing one.
    const [commenter] = await tx
      .insert(commenters)
      .values({ emailHash, emailSealed })
      .onConflictDoUpdate({ target: commenters.emailHash, set: { emailHash } })
      .returning({ id: commenters.id, mailStoppedAt: commenters.mailStoppedAt })
    if (!commenter) throw new Error("The commenter's row did not come back.")
    await queueDelivery(tx, {
      kind,
      recipient: email,
      commenterId: commenter.id,
      content: { comment: String(comment.id), ...(share.share && { share: share.share }) },
      dedupeKey: dedupeKey ?? randomUUID(),
    })
    return wanted && dedupeKey !== null && commenter.mailStoppedAt === null
  })
}
