import "server-only"
import { database } from "@/db/client"
import { staff } from "@/db/schema/staff"
import type { Lane } from "@/lib/jobs/types"
import { isDue } from "@/lib/moderation/digest/is-due"
import { newestMark } from "@/lib/moderation/digest/newest-mark"
import { dedupeKey, queueDigest } from "@/lib/moderation/digest/queue-digest"

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
    const done = await queueDigest(id, now)
    if (done === "queued") queued++
    if (done === "nothing" && newest !== null) quiet.set(asked, { newest, at: now.getTime() })
  }
  return queued
}
