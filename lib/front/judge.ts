import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { posts, tags } from "@/db/schema/posts"
import type { FrontArrangement, FrontOutcome, FrontRefusal } from "@/lib/front/types"

/** What is wrong with a front page, with the field that it is about; null where nothing is. */
export async function judgeFront(
  tx: Transaction,
  { leadPostId, sections }: FrontArrangement,
): Promise<FrontOutcome | null> {
  const tagIds = sections.map(({ tagId }) => tagId)
  const twice = tagIds.findIndex((id, at) => tagIds.indexOf(id) < at)
  if (twice !== -1) return refuseFront("tag-twice", `tag-${twice + 1}`)
  const known = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(sql`${tags.id} in ${numbers(tagIds)}`)
    .for("key share")
  const there = new Set(known.map(({ id }) => id))
  const gone = tagIds.findIndex((id) => !there.has(id))
  if (gone !== -1) return refuseFront("tag-gone", `tag-${gone + 1}`)
  const leads = [leadPostId, ...sections.map((section) => section.leadPostId)]
  const rows = await tx
    .select({
      id: posts.id,
      status: posts.status,
      off: posts.offFrontPage,
      tagIds: sql<number[]>`array(select pt.tag_id::int from post_tags pt where pt.post_id = ${posts.id})`,
    })
    .from(posts)
    .where(sql`${posts.id} in ${numbers(leads.flatMap((id) => id ?? []))}`)
  for (const [at, id] of leads.entries()) {
    if (id === null) continue
    const field = at === 0 ? "leadPost" : `lead-${at}`
    const story = rows.find((row) => row.id === id)
    if (story?.status !== "published") return refuseFront("story-gone", field)
    if (story.off) return refuseFront("story-kept-off", field)
    if (at > 0 && !story.tagIds.includes(tagIds[at - 1] ?? 0)) return refuseFront("lead-without-tag", field)
  }
  return null
}

/** A refusal, with the field that it is about. */
export function refuseFront(reason: FrontRefusal, at?: string): FrontOutcome {
  return { ok: false, reason, at }
}
