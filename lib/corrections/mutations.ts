import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { corrections, errorReports } from "@/db/schema/corrections"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import type { CorrectionKind, CorrectionOutcome, CorrectionPlace } from "@/lib/corrections/types"
import { published } from "@/lib/posts/published"

type Correction = { post: number; kind: CorrectionKind; place: CorrectionPlace; text: string }

/** Tells readers that a published story was wrong, or could be misunderstood. The same words twice are one correction. */
export async function addCorrection(
  staff: Staff,
  { post, kind, place, text }: Correction,
): Promise<CorrectionOutcome> {
  if (!may(staff, "posts.publish")) return { ok: false, reason: "not-allowed" }
  return transaction<CorrectionOutcome>(async (tx, changed) => {
    const story = await lockPublished(tx, post)
    if (!story) return { ok: false, reason: "not-published" }
    const same = and(eq(corrections.postId, post), eq(corrections.kind, kind), eq(corrections.body, text))
    if ((await tx.$count(corrections, same)) > 0) return { ok: true }
    await tx.insert(corrections).values({ postId: post, kind, place, body: text, createdBy: staff.id })
    await tx.update(posts).set({ revisedAt: sql`now()` }).where(eq(posts.id, post))
    const detail = { kind, text }
    await recordEvent(tx, { postId: post, staffId: staff.id, action: "post_corrected", detail })
    changed(`post:${story.slug}`, "corrections")
    return { ok: true }
  })
}

/** Takes back what readers were told by mistake. What it said stays in the log. */
export async function removeCorrection(staff: Staff, id: number): Promise<CorrectionOutcome> {
  if (!may(staff, "posts.publish")) return { ok: false, reason: "not-allowed" }
  return transaction<CorrectionOutcome>(async (tx, changed) => {
    const [gone] = await tx.delete(corrections).where(eq(corrections.id, id)).returning()
    if (!gone) return { ok: false, reason: "not-found" }
    const [story] = await tx.select({ slug: posts.slug }).from(posts).where(eq(posts.id, gone.postId))
    const detail = { kind: gone.kind, text: gone.body }
    await recordEvent(tx, { postId: gone.postId, staffId: staff.id, action: "correction_removed", detail })
    if (story) changed(`post:${story.slug}`, "corrections")
    return { ok: true }
  })
}

/** An editor has dealt with what a reader said: the desk shows it no more. */
export async function closeErrorReport(staff: Staff, id: number): Promise<CorrectionOutcome> {
  if (!may(staff, "posts.publish")) return { ok: false, reason: "not-allowed" }
  const closed = await database()
    .update(errorReports)
    .set({ closedAt: sql`now()`, closedBy: staff.id })
    .where(and(eq(errorReports.id, id), isNull(errorReports.closedAt)))
    .returning({ id: errorReports.id })
  return closed.length > 0 ? { ok: true } : { ok: false, reason: "not-found" }
}

/** Days that a report is kept after it was dealt with. */
const daysKept = 30

export async function sweepErrorReports(): Promise<void> {
  await database()
    .delete(errorReports)
    .where(
      and(
        isNotNull(errorReports.closedAt),
        sql`${errorReports.closedAt} < now() - make_interval(days => ${daysKept})`,
      ),
    )
}

async function lockPublished(tx: Transaction, id: number): Promise<{ slug: string } | null> {
  const [story] = await tx
    .select({ slug: posts.slug })
    .from(posts)
    .where(and(published, eq(posts.id, id)))
    .for("update")
  return story ?? null
}
