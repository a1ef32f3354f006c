import "server-only"
import { and, asc, desc, eq, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { frontPages, frontSections } from "@/db/schema/frame"
import { posts, tags } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import type { FrontArrangement, FrontChoices, FrontDraft } from "@/lib/front/types"
import type { FrontEdition } from "@/lib/posts/front-page"
import { published } from "@/lib/posts/published"

/** The draft of the front page, or what readers see where there is none. */
export async function getFrontDraft(_: Staff): Promise<FrontDraft> {
  const db = database()
  const rows = await db
    .select({
      edition: frontPages.edition,
      version: frontPages.version,
      saved: { by: staffTable.name, at: frontPages.updatedAt },
    })
    .from(frontPages)
    .leftJoin(staffTable, eq(staffTable.id, frontPages.updatedBy))
    .orderBy(desc(frontPages.edition))
  const draft = rows.find(({ edition }) => edition === "draft")
  const shown = draft ?? rows[0]
  const { by, at } = shown?.saved ?? {}
  return {
    ...(await getArrangement(db, draft ? "draft" : "live")),
    version: draft?.version ?? 0,
    isDraft: draft !== undefined,
    saved: by && at ? { by, at } : null,
  }
}

export async function getArrangement(db: Queryable, edition: FrontEdition): Promise<FrontArrangement> {
  const [page] = await db.select().from(frontPages).where(eq(frontPages.edition, edition))
  const sections = await db
    .select({
      tagId: frontSections.tagId,
      leadPostId: frontSections.leadPostId,
      size: frontSections.size,
    })
    .from(frontSections)
    .where(eq(frontSections.edition, edition))
    .orderBy(asc(frontSections.position), asc(frontSections.id))
  return { leadPostId: page?.leadPostId ?? null, leadUntil: page?.leadUntil ?? null, sections }
}

/** As many stories and tags can be chosen; older stories do not lead a front page. */
const [mostStories, mostTags] = [100, 300]

/** The newest stories that can lead, those that do already, and the tags that have stories. */
export async function listFrontChoices(_: Staff): Promise<FrontChoices> {
  const db = database()
  const chosen = sql`(select lead_post_id from front_pages union all select lead_post_id from front_sections)`
  const newest = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(published, eq(posts.offFrontPage, false)))
    .orderBy(sql`${posts.publishedAt} desc nulls last`, sql`${posts.id} desc nulls last`)
    .limit(mostStories)
  const [stories, tagRows] = await Promise.all([
    db
      .select({
        id: posts.id,
        title: posts.title,
        tagIds: sql<number[]>`coalesce((
          select jsonb_agg(pt.tag_id) from post_tags pt where pt.post_id = ${posts.id}), '[]')`,
      })
      .from(posts)
      .where(and(published, sql`(${posts.id} in ${newest} or ${posts.id} in ${chosen})`))
      .orderBy(desc(posts.publishedAt), desc(posts.id)),
    db
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(
        sql`exists (select from post_tags pt join posts p on p.id = pt.post_id
          where pt.tag_id = ${tags.id} and p.status = 'published')
          or exists (select from front_sections s where s.tag_id = ${tags.id})`,
      )
      .orderBy(sql`${tags.position} nulls last`, asc(tags.name), asc(tags.id))
      .limit(mostTags),
  ])
  return { stories, tags: tagRows }
}

/** Stories that readers can see and that are kept off the front page, newest first. */
export async function listKeptOff(_: Staff): Promise<{ id: number; title: string }[]> {
  return database()
    .select({ id: posts.id, title: posts.title })
    .from(posts)
    .where(and(published, eq(posts.offFrontPage, true)))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(50)
}
