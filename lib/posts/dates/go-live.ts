import "server-only"
import { eq, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lockShared } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { recordEvents } from "@/lib/audit/mutations"
import { announceNewStories } from "@/lib/posts/announce"
import { goesOut, goesOutAt } from "@/lib/posts/due-stories"
import { withBaseline } from "@/lib/posts/keep-revision"
import { noticeTags } from "@/lib/posts/notice-tags"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { tellOfGoLive } from "@/lib/posts/step-recipients"

/** So many stories go out in one transaction: a morning's at once, and no transaction is long. */
export const batchSize = 250

/**
 * Publishes scheduled stories whose time has come, up to a batch of them, with all effects in one transaction: a crash
 * publishes none of them, and other instances pass over those that are locked here.
 * @returns how many it has published
 */
export async function publishDue(clock: SQL): Promise<number> {
  return transaction(async (tx, changed) => {
    // As in every change of who is credited, before the story's row: profiles are merged meanwhile.
    await lockShared(tx, "bylines")
    const due = await lockDue(tx, clock)
    if (due.length === 0) return 0
    for (const post of due) await keepWords(tx, post)
    changed(...(await noticeTags(tx, due)))
    const ids = due.map(({ id }) => id)
    await announceNewStories({ tx, changed, ids }, () => makeLive(tx, { ids, clock }))
    const events = await recordEvents(
      tx,
      due.map(({ id, scheduledBy: staffId, version, publishAt }) => ({
        postId: id,
        staffId,
        action: "post_published" as const,
        fromStatus: "scheduled" as const,
        toStatus: "published" as const,
        version: version + 1,
        detail: { publishAt: publishAt?.toISOString() ?? "" },
      })),
    )
    const stories = new Map(due.map((post) => [post.id, post]))
    await tellOfGoLive(
      tx,
      events.map(({ id: event, postId: post }) => ({
        post,
        event,
        createdBy: stories.get(post)?.createdBy ?? null,
        scheduledBy: stories.get(post)?.scheduledBy ?? null,
      })),
    )
    return due.length
  })
}

/** The condition is asked once more of a row that changed while it was waited for. */
function lockDue(tx: Transaction, clock: SQL): Promise<StoredPost[]> {
  return tx
    .select()
    .from(posts)
    .where(sql`${goesOut} and posts.publish_at <= ${clock} and ${goesOutAt} <= ${clock}`)
    .orderBy(posts.publishAt, posts.id)
    .limit(batchSize)
    .for("update", { skipLocked: true })
}

/** A story that came by an import has no revision yet. */
async function keepWords(tx: Transaction, post: StoredPost): Promise<void> {
  if (post.workingRevisionId !== null) return
  const { workingRevisionId } = await withBaseline(tx, post)
  await tx.update(posts).set({ workingRevisionId }).where(eq(posts.id, post.id))
}

/**
 * Readers see the newest words from now on. As in `keepLive`, the revision of a sitting becomes the published one; what has
 * a name, was brought back, or was public before stays as it is, and its words become a revision of their own.
 */
async function makeLive(tx: Transaction, { ids, clock }: { ids: number[]; clock: SQL }): Promise<void> {
  await tx.execute(sql`
    with working as materialized (
      select p.id as post_id, p.version + 1 as version, p.scheduled_by, r.id, r.content,
        r.kind = 'sitting' and r.public_from is null as is_open
      from posts p join post_revisions r on r.id = p.working_revision_id where p.id in ${numbers(ids)}
    ), taken as (
      update post_revisions r
      set kind = 'published', saved_at = now(), public_from = ${clock}, post_version = w.version
      from working w where r.id = w.id and w.is_open returning r.post_id, r.id
    ), copied as (
      insert into post_revisions (post_id, kind, content, staff_id, post_version, public_from)
      select post_id, 'published', content, scheduled_by, version, ${clock} from working where not is_open
      returning post_id, id
    )
    update posts set status = 'published', version = version + 1, updated_at = now(),
      published_at = coalesce(published_at, date_shown, publish_at), publish_at = null, scheduled_by = null,
      withdrawal_notice = '', live_revision_id = live.id, working_revision_id = live.id
    from (select * from taken union all select * from copied) as live where posts.id = live.post_id`)
}
