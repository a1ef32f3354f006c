import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { commenters } from "@/db/schema/commenters"
import { transaction } from "@/db/transaction"
import { type AskOutcome, findComment, mailOnce, withinAskLimits } from "@/lib/commenters/ask-by-mail"
import {
  linksPerMonth,
  ownLinksPerMonth,
  verificationAnswerDays,
  verificationsPerMonth,
} from "@/lib/commenters/limits"
import { isDisowned } from "@/lib/comments/self-service/disowned"
import { decryptEmail } from "@/lib/email"
import { queueDelivery } from "@/lib/mail/deliveries"
import { takeQuota } from "@/lib/mail/mailbox-quota"

type Ask = {
  commentId: number
  network: string
  /** The address that this browser has proved. */
  provedHash?: Buffer | null
}

/**
 * Has the address of a comment asked whether its owner wrote it, in a message after whose “Yes” the comment's own page opens;
 * who has proved the address gets that link alone. What the answer holds is the limits alone: whether the address was
 * proved, stopped, asked today or said no before is not in it, and anybody can have typed it.
 */
export async function requestVerification(
  { commentId, network, provedHash }: Ask,
  now = new Date(),
): Promise<AskOutcome> {
  return withinAskLimits(network, async (tx) => {
    const comment = await findComment(tx, commentId)
    if (!comment) return
    const own = comment.provedAt !== null && provedHash?.equals(comment.emailHash)
    const wanted = own || (!(await isDisowned(tx, commentId)) && comment.provedAt === null)
    const share = own ? ownShare : { perMonth: verificationsPerMonth }
    await mailOnce(tx, { kind: "commenter_proof", comment, wanted, ...share }, now)
  })
}

/**
 * Mails a link to everything that is kept under the address of a comment; the answer tells no more than that of
 * `requestVerification`.
 * @param provedHash from a browser that has proved no or another address, it is a stranger who asks: whoever typed the
 * address keeps the comment's page after its owner has proved the comment.
 */
export async function requestOwnLink(
  { commentId, network, provedHash }: Ask,
  now = new Date(),
): Promise<AskOutcome> {
  return withinAskLimits(network, async (tx) => {
    const comment = await findComment(tx, commentId)
    if (!comment) return
    const share = provedHash?.equals(comment.emailHash) ? ownShare : { perMonth: linksPerMonth }
    await mailOnce(tx, { kind: "commenter_link", comment, ...share }, now)
  })
}

const ownShare = { perMonth: ownLinksPerMonth, share: "own" } as const

/** Mails a new link to everything for one that is over: that was mailed there, so its holder is no stranger. */
export async function requestNewOwnLink(
  named: { id: number; epoch: number },
  network: string,
  now = new Date(),
): Promise<AskOutcome> {
  return withinAskLimits(network, async (tx) => {
    const itself = and(eq(commenters.id, named.id), eq(commenters.epoch, named.epoch))
    const [commenter] = await tx.select().from(commenters).where(itself)
    if (!commenter || commenter.mailStoppedAt) return
    const email = decryptEmail(commenter.emailSealed)
    // The mailbox is locked before the commenter, as by every other message.
    const dedupeKey = await takeQuota(tx, { kind: "commenter_link", email, ...ownShare }, now)
    if (dedupeKey === null) return
    const [still] = await tx.select({ id: commenters.id }).from(commenters).where(itself).for("key share")
    if (!still) return
    await queueDelivery(tx, {
      kind: "commenter_link",
      recipient: email,
      commenterId: commenter.id,
      content: {},
      dedupeKey,
    })
  })
}

/** Nothing about comments is mailed to this address any more, whatever it is; again is as good as once. */
export async function stopMail(commenterId: number): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(commenters)
      .set({ mailStoppedAt: sql`now()` })
      .where(and(eq(commenters.id, commenterId), isNull(commenters.mailStoppedAt)))
  })
}

/** Takes that back. Only its owner can ask: by a link that was mailed there, or from a comment that is proved. */
export async function resumeMail(commenterId: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(commenters).set({ mailStoppedAt: null }).where(eq(commenters.id, commenterId))
  })
}

/** Ends every remembered browser and every link to everything; answers the new epoch, or `null` when the old is over. */
export async function forgetBrowsers(named: { id: number; epoch: number }): Promise<number | null> {
  return transaction(async (tx) => {
    const [row] = await tx
      .update(commenters)
      .set({ epoch: sql`${commenters.epoch} + 1` })
      .where(and(eq(commenters.id, named.id), eq(commenters.epoch, named.epoch)))
      .returning({ epoch: commenters.epoch })
    return row?.epoch ?? null
  })
}

/** Forgets addresses that were asked and never answered. One that said no to all mail is kept, so that it stays so. */
export async function forgetUnverified(): Promise<void> {
  await transaction(async (tx) => {
    await tx.execute(sql`
      delete from commenters c
      where proved_at is null and mail_stopped_at is null
        and created_at < now() - make_interval(days => ${verificationAnswerDays})
        and not exists (
          select from mail_deliveries m
          where m.commenter_id = c.id and m.created_at > now() - make_interval(days => ${verificationAnswerDays}))`)
  })
}
