import "server-only"
import { and, arrayOverlaps, eq, isNotNull, isNull, or, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { rolesThatMay } from "@/lib/auth/staff"
import type { Lane } from "@/lib/jobs/types"
import { queueDelivery } from "@/lib/mail/deliveries"
import { type DigestMark, findNews, newestMark, serializeMark } from "@/lib/moderation/digest/news"
import { mailGaps } from "@/lib/settings/comment-mail"

/** Mails the people who decide about comments that some wait, each as often as they want to hear of it. */
export const digestLane: Lane = {
  name: "mail about waiting comments",
  // "At once" is within half a minute: this, and what a comment takes to settle.
  longestWait: 10_000,
  async runDue() {
    await queueDigests(new Date())
    return null
  },
}

/**
 * Who was looked up for and had nothing new, and the newest that there was at that time. Looking costs more the longer
 * ago somebody was told, and most looks would find what the one before found.
 */
const quiet = new Map<string, { newest: string; at: number }>()

/** After this long it is looked again in any case: a long transaction may have kept something older than the newest. */
const quietFor = 10 * 60_000

/** More than there are staff who can be due at once. */
const mostQuiet = 1000

/**
 * Queues a message for everybody who is due and for whom something is new. Safe on several instances: whoever queues
 * for a person holds the person's row, and the others pass by. Where nothing has happened since the last look, nobody
 * is looked up for.
 * @returns how many messages were queued
 */
export async function queueDigests(now: Date): Promise<number> {
  const people = await database()
    .select({ id: staff.id, upTo: staff.commentMailUpTo, at: staff.commentMailAt })
    .from(staff)
    .where(isDue(now))
  if (people.length === 0) return 0
  // Before the look: what comes meanwhile is another newest the next time.
  const newest = await newestMark(now)
  let queued = 0
  for (const { id, ...told } of people) {
    const asked = dedupeKey(id, told)
    const before = quiet.get(asked)
    if (before && before.newest === newest && now.getTime() - before.at < quietFor) continue
    if (quiet.size >= mostQuiet) quiet.clear()
    const done = await queueFor(id, now)
    if (done === "queued") queued++
    if (done === "nothing" && newest !== null) quiet.set(asked, { newest, at: now.getTime() })
  }
  return queued
}

/** What was told before is told on only once. */
function dedupeKey(id: number, told: DigestMark): string {
  return `${id} after ${told.upTo} ${told.at?.toISOString() ?? "never"}`
}

/** `busy` when somebody else has the person’s row: that is looked at again. */
function queueFor(id: number, now: Date): Promise<"queued" | "nothing" | "busy"> {
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

function isDue(now: Date) {
  const gaps = Object.entries(mailGaps).map(([often, minutes]) => {
    const before = new Date(now.getTime() - minutes * 60_000).toISOString()
    return sql`(${staff.commentMail} = ${often} and (
      ${staff.commentMailAt} is null or ${staff.commentMailAt} <= ${before}::timestamptz
    ))`
  })
  return and(
    isNotNull(staff.joinedAt),
    isNull(staff.disabledAt),
    arrayOverlaps(staff.roles, [...rolesThatMay("comments.moderate")]),
    or(...gaps),
  )
}
