import "server-only"
import { and, arrayOverlaps, eq, isNull, or, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { rolesThatMay } from "@/lib/auth/staff"
import { mailGaps } from "@/lib/comments/mail/gaps"
import { findNews, writeTold } from "@/lib/comments/mail/waiting-news"
import { queueDelivery } from "@/lib/mail/deliveries"
import { type Steady, steadily } from "@/lib/steady"

/** "At once" is within half a minute: this, and what a comment takes to settle. */
const lookEvery = 10_000

/** Mails the people who decide about comments that some wait, each as often as they want to hear of it. */
export function startWaitingMail(): Steady {
  return steadily("Mail about waiting comments", lookEvery, () => queueWaitingMail(new Date()))
}

/**
 * Queues a message for everybody who is due and for whom something is new. Safe on several instances: whoever queues
 * for a person holds the person's row, and the others pass by.
 * @returns how many messages were queued
 */
export async function queueWaitingMail(now: Date): Promise<number> {
  const people = await database().select({ id: staff.id }).from(staff).where(isDue(now))
  let queued = 0
  for (const { id } of people) if (await queueFor(id, now)) queued++
  return queued
}

function queueFor(id: number, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const [person] = await tx
      .select({ email: staff.email, upTo: staff.commentMailUpTo, at: staff.commentMailAt })
      .from(staff)
      .where(and(eq(staff.id, id), isDue(now)))
      .for("no key update", { skipLocked: true })
    if (!person) return false
    const { email, ...told } = person
    const news = await findNews(tx, told, now)
    if (news.fresh + news.reported === 0) return false
    await tx.update(staff).set({ commentMailAt: now, commentMailUpTo: news.upTo }).where(eq(staff.id, id))
    return queueDelivery(tx, {
      kind: "moderation_digest",
      recipient: email,
      staffId: id,
      content: writeTold(told),
      // What was told before is told on only once.
      dedupeKey: `${id} after ${told.upTo} ${told.at?.toISOString() ?? "never"}`,
    })
  })
}

function isDue(now: Date) {
  const gaps = Object.entries(mailGaps).map(([often, minutes]) => {
    const before = new Date(now.getTime() - minutes * 60_000).toISOString()
    return sql`(${staff.commentMail} = ${often} and (
      ${staff.commentMailAt} is null or ${staff.commentMailAt} <= ${before}::timestamptz
    ))`
  })
  return and(
    isNull(staff.disabledAt),
    arrayOverlaps(staff.roles, [...rolesThatMay("comments.moderate")]),
    or(...gaps),
  )
}
