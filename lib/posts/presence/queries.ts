import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { authorIds } from "@/lib/posts/own-stories"
import { maySee } from "@/lib/posts/policy"
import { presenceSeconds } from "@/lib/posts/presence/limits"
import type { Presence } from "@/lib/posts/presence/types"

const isThere = sql`p.seen_at > now() - make_interval(secs => ${presenceSeconds.lease})`

/** Who else has a story open, or null where this person may not see the story. `tab` is the page that asks. */
export async function listPresence(staff: Staff, postId: number, tab = ""): Promise<Presence[] | null> {
  const db = database()
  const { createdBy } = posts
  const [post] = await db
    .select({ createdBy, authorIds })
    .from(posts)
    .where(and(eq(posts.id, postId), isNull(posts.deletedAt)))
  if (!post || !maySee(staff, post)) return null
  return db.execute<Presence>(sql`
    select s.name, s.id = ${staff.id} as own,
      extract(epoch from now() - max(p.seen_at))::int as seen,
      extract(epoch from now() - max(p.typed_at))::int as typed
    from post_presence p join staff s on s.id = p.staff_id
    where p.post_id = ${postId} and ${isThere} and not (p.staff_id = ${staff.id} and p.tab = ${tab})
    group by s.id order by own, max(p.typed_at) desc nulls last, s.name limit 20`)
}

/** Which of these stories colleagues have open, by number. Only stories that the person may see are asked about. */
export async function listOpenStories(
  staff: Staff,
  ids: readonly number[],
): Promise<Record<number, string[]>> {
  if (ids.length === 0) return {}
  const rows = await database().execute<{ id: string; names: string[] }>(sql`
    select p.post_id as id, json_agg(distinct s.name) as names
    from post_presence p join staff s on s.id = p.staff_id
    where p.post_id in ${numbers(ids)} and ${isThere} and p.staff_id <> ${staff.id}
    group by p.post_id`)
  return Object.fromEntries(rows.map(({ id, names }) => [Number(id), names]))
}
