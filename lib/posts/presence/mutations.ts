import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { postPresence } from "@/db/schema/post-presence"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { authorIds } from "@/lib/posts/own-stories"
import { maySee } from "@/lib/posts/policy"
import { mostOpenTabs, presenceSeconds } from "@/lib/posts/presence/limits"

type Tab = { post: number; tab: string }

/** Says that a tab has a story open, until it says so again or the lease runs out. False where the story is not theirs to see. */
export async function renewPresence(
  staff: Staff,
  { post: postId, tab, typed }: Tab & { typed: number | null },
): Promise<boolean> {
  const db = database()
  const { createdBy } = posts
  const [post] = await db
    .select({ createdBy, authorIds })
    .from(posts)
    .where(and(eq(posts.id, postId), isNull(posts.deletedAt)))
  if (!post || !maySee(staff, post)) return false
  const typedAt = typed === null ? null : sql`now() - make_interval(secs => ${typed})`
  const [row] = await db
    .insert(postPresence)
    .values({ postId, staffId: staff.id, tab, typedAt })
    .onConflictDoUpdate({
      target: [postPresence.postId, postPresence.staffId, postPresence.tab],
      set: { seenAt: sql`now()`, typedAt: typedAt ?? sql`${postPresence.typedAt}` },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` })
  if (row?.isNew) await forgetOldestTabs(staff)
  return true
}

/** A script that opens no page can name any number of tabs. */
async function forgetOldestTabs(staff: Staff): Promise<void> {
  await database().execute(sql`
    delete from post_presence where staff_id = ${staff.id} and (post_id, tab) in (
      select post_id, tab from post_presence where staff_id = ${staff.id}
      order by seen_at desc, post_id, tab offset ${mostOpenTabs})`)
}

/** The tab was closed, or shows something else. */
export async function endPresence(staff: Staff, { post, tab }: Tab): Promise<void> {
  const { postId, staffId } = postPresence
  await database()
    .delete(postPresence)
    .where(and(eq(postId, post), eq(staffId, staff.id), eq(postPresence.tab, tab)))
}

/** Removes what has run out. */
export async function sweepPresence(): Promise<void> {
  await database()
    .delete(postPresence)
    .where(sql`${postPresence.seenAt} < now() - make_interval(secs => ${presenceSeconds.lease})`)
}
