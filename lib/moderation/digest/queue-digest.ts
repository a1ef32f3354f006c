import "server-only"
import { and, eq } from "drizzle-orm"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { queueDelivery } from "@/lib/mail/deliveries"
import { findNews } from "@/lib/moderation/digest/find-news"
import { isDue } from "@/lib/moderation/digest/is-due"
import { type DigestMark, serializeMark } from "@/lib/moderation/digest/mark"

/**
 * Queues a message for one of the staff where something is new; `busy` when somebody else has the person’s row: that is
 * looked at again.
 */
export function queueDigest(id: number, now: Date): Promise<"queued" | "nothing" | "busy"> {
  return transaction(async (tx) => {
    const [person] = await tx
      .select({ email: staff.email, upTo: staff.commentMailUpTo, at: staff.commentMailAt })
      .from(staff)
      .where(and(eq(staff.id, id), isDue(now)))
      .for("no key update", { skipLocked: true })
    if (!person) return "busy"
    const { email, ...told } = person
    const news = await findNews(tx, told, now)
    if (news.fresh + news.reported === 0) return "nothing"
    await tx.update(staff).set({ commentMailAt: now, commentMailUpTo: news.upTo }).where(eq(staff.id, id))
    const queued = await queueDelivery(tx, {
      kind: "moderation_digest",
      recipient: email,
      staffId: id,
      content: serializeMark(told),
      dedupeKey: dedupeKey(id, told),
    })
    return queued ? "queued" : "nothing"
  })
}

/** What was told before is told on only once. */
export function dedupeKey(id: number, told: DigestMark): string {
  return `${id} after ${told.upTo} ${told.at?.toISOString() ?? "never"}`
}
