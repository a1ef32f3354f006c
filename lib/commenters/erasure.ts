import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { commenters } from "@/db/schema/commenters"
import { commentReports } from "@/db/schema/reports"
import { transaction } from "@/db/transaction"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { deleteOwnComments } from "@/lib/comments/self-service/delete-own"

/**
 * Erases everything under an address: each of its comments becomes deleted as by its author's hand, the words of
 * appeals and of reports that were kept with it go, and the address goes with its messages, remembered browsers and links. What stays says nothing of them:
 * that there were comments, and how often and when moderators decided; and a ban of the address stands until it ends,
 * as a keyed hash, or erasing would be the way around one.
 * @returns how many comments there were, or `null` when the address is not there (any more)
 */
export async function eraseEverything(named: { id: number; epoch: number }): Promise<number | null> {
  const erased = await transaction(async (tx, changed) => {
    const ours = and(eq(commenters.id, named.id), eq(commenters.epoch, named.epoch))
    const [commenter] = await tx.select({ emailHash: commenters.emailHash }).from(commenters).where(ours)
    if (!commenter) return null
    // Before any other lock: what is being written under the address at this moment is erased too.
    await tx.execute(sql`select silence_address(${commenter.emailHash}::bytea)`)
    const count = await deleteOwnComments(tx, changed, commenter)
    await tx.update(commentReports).set({ note: "" }).where(eq(commentReports.commenterId, named.id))
    await tx.delete(commenters).where(eq(commenters.id, named.id))
    return count
  })
  if (erased) notifyModerators("many")
  return erased
}
