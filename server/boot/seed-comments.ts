import { insertComments } from "../../db/demo/insert-comments.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { staff } from "../../db/schema/staff.ts"
import { transaction } from "../../db/transaction.ts"
import { commentFingerprint } from "../../lib/comments/fingerprint.ts"
import { inShort } from "../../lib/comments/screening/opinion.ts"
import { protectEmail } from "../../lib/email.ts"
import { featuresOf } from "../../lib/spam/features.ts"
import { train } from "../../lib/spam/lessons.ts"
import { judgeSpam } from "../../lib/spam/model.ts"

/**
 * Puts the readers' comments and the decisions about them straight into the tables. The functions of the form and of the
 * queue have no other moment than now, by which they count limits and hours to take back a decision: a thread that has
 * grown for weeks cannot be made by them, and 250 submissions would take a first start some seconds.
 */
export async function seedComments(postIds: Map<string, number>, now: Date): Promise<void> {
  await transaction(async (tx, changed) => {
    const rows = await tx.select({ id: staff.id, email: staff.email }).from(staff)
    const staffIds = new Map(rows.map(({ id, email }) => [email, id]))
    const events = await insertComments(tx, { postIds, staffIds, now }, tools)
    await tx.insert(auditEvents).values(events.sort((a, b) => Number(a.createdAt) - Number(b.createdAt)))
    changed("everything")
  })
}

const tools: Parameters<typeof insertComments>[2] = {
  protectEmail,
  fingerprint: commentFingerprint,
  opinion: (said) => {
    const { score, contributions } = judgeSpam(featuresOf(said), new Map())
    return { score, contributions: inShort(contributions) }
  },
  teach: (tx, lessons) =>
    train(tx, {
      learn: lessons.map(({ commentId, said, spam }) => ({ commentId, features: featuresOf(said), spam })),
    }),
}
