import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { posts } from "@/db/schema/posts"
import type { Changed } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import type { DatesOutcome, DatesRefusal } from "@/lib/posts/dates/types"
import { databaseNow } from "@/lib/posts/due-stories"
import { onLockedPost, versionSeen } from "@/lib/posts/locked-post"
import { noticeTags } from "@/lib/posts/notice-tags"
import { mayPublish } from "@/lib/posts/policy"
import { yearsAfter } from "@/lib/posts/publish-time"
import { refuse, type SaveOutcome, type StoredPost, saved } from "@/lib/posts/save-outcome"
import { recordStep } from "@/lib/posts/step-events"
import { afterUnscheduling } from "@/lib/posts/workflow"

/**
 * Takes a story off the schedule: `afterUnscheduling` says where it stands then. It saves no text and
 * works whoever saved meanwhile, since it can be urgent.
 */
export async function unschedulePost(
  staff: Staff,
  seen: { id: number; version: number },
  note = "",
): Promise<SaveOutcome> {
  return onLockedPost<SaveOutcome>(staff, seen.id, async ({ tx, post }) => {
    if (!mayPublish(staff)) return refuse("not-allowed")
    const unseen = seen.version === post.version ? {} : { version: seen.version }
    // It went out before the button was pressed: readers see it, and the person has to know.
    if (post.status === "published")
      return { ok: false, reason: "is-published", post: { ...saved(post), ...unseen } }
    if (post.status !== "scheduled") return { ok: true, post: { ...saved(post), ...unseen } }
    const [row] = await tx
      .update(posts)
      .set({
        status: afterUnscheduling(post),
        publishAt: null,
        scheduledBy: null,
        version: post.version + 1,
        updatedAt: sql`now()`,
        updatedBy: staff.id,
      })
      .where(eq(posts.id, post.id))
      .returning()
    if (!row) throw new Error("The database gave no story back.")
    await recordStep(tx, { staff, before: post, after: row, note })
    return { ok: true, post: { ...saved(row), version: versionSeen(seen, { before: post, after: row }) } }
  })
}

/** Has nobody show a story to readers before a time, or lifts that. One that they see has none. */
export async function setEmbargo(
  staff: Staff,
  { post: id, until }: { post: number; until: Date | null },
): Promise<DatesOutcome> {
  return changeDates(staff, id, async ({ tx, post, decide }) => {
    if (isSame(post.embargoUntil, until)) return null
    if (until !== null) {
      const now = await databaseNow(tx)
      if (post.status === "published") return "is-published"
      if (until <= now) return "time-past"
      if (until > yearsAfter(now)) return "time-far"
      if (post.publishAt !== null && post.publishAt < until) return "scheduled-before"
    }
    await tx.update(posts).set({ embargoUntil: until }).where(eq(posts.id, post.id))
    const detail = { from: spelled(post.embargoUntil), until: spelled(until) }
    return decide(until === null ? "embargo_lifted" : "embargo_set", detail)
  })
}

/**
 * Gives a story another date, which moves it in lists, archive, feeds and sitemap. Before it is published this is the date
 * that it will have; null there is the moment of publishing.
 */
export async function setDate(
  staff: Staff,
  { post: id, date }: { post: number; date: Date | null },
): Promise<DatesOutcome> {
  return changeDates(staff, id, async ({ tx, changed, post, decide }) => {
    const was = post.publishedAt ?? post.dateShown
    if (isSame(was, date)) return null
    if (date !== null && date > (await databaseNow(tx))) return "time-ahead"
    if (post.publishedAt === null) {
      await tx.update(posts).set({ dateShown: date }).where(eq(posts.id, post.id))
    } else {
      if (date === null) return "date-missing"
      const set = () => tx.update(posts).set({ publishedAt: date }).where(eq(posts.id, post.id))
      await announceStoryChanges({ tx, changed, postId: post.id }, set)
    }
    return decide("post_dated", { from: spelled(was), to: spelled(date) })
  })
}

/** Says something at the address of a story that readers saw once and do not see now; with an empty notice it is unknown. */
export async function setNotice(
  staff: Staff,
  { post: id, notice }: { post: number; notice: string },
): Promise<DatesOutcome> {
  return changeDates(staff, id, async ({ tx, changed, post, decide }) => {
    if (post.status === "published") return "is-published"
    if (post.publishedAt === null) return "never-published"
    if (post.withdrawalNotice === notice) return null
    await tx.update(posts).set({ withdrawalNotice: notice }).where(eq(posts.id, post.id))
    // With the notice that stood there or stands there now: an empty one has no addresses.
    changed(...(await noticeTags(tx, [{ ...post, withdrawalNotice: notice || post.withdrawalNotice }])))
    return decide("notice_changed", { notice })
  })
}

type Work = (change: {
  tx: Transaction
  changed: Changed
  post: StoredPost
  /** Records the decision. */
  decide: (action: AuditAction, detail: Record<string, string>) => Promise<null>
}) => Promise<DatesRefusal | null>

/** Locks the row and changes what belongs to no version of its words; all or nothing. */
function changeDates(staff: Staff, id: number, work: Work): Promise<DatesOutcome> {
  return onLockedPost<DatesOutcome>(staff, id, async ({ tx, changed, post }) => {
    if (!mayPublish(staff)) return { ok: false, reason: "not-allowed" }
    const reason = await work({
      tx,
      changed,
      post,
      async decide(action, detail) {
        await recordEvent(tx, { postId: post.id, staffId: staff.id, action, version: post.version, detail })
        return null
      },
    })
    return reason ? { ok: false, reason } : { ok: true }
  })
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime()
}

const spelled = (date: Date | null) => date?.toISOString() ?? ""
