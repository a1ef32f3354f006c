import "server-only"
import { and, asc, desc, eq, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { frontPages, frontSections } from "@/db/schema/frame"
import { posts, tags } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import type { FrontArrangement, FrontChoices, FrontDraft, FrontSection } from "@/lib/front/types"
import { type FrontEdition, listFrontPlaces } from "@/lib/posts/front-page"
import { published } from "@/lib/posts/published"

/** The draft of the front page, or what readers see where there is none. */
export async function getFrontDraft(staff: Staff): Promise<FrontDraft> {
  if (!may(staff, "front-page.manage")) return noDraft
  const db = database()
  const rows = await db
    .select({
      edition: frontPages.edition,
      version: frontPages.version,
      saved: { by: staffTable.name, at: frontPages.updatedAt },
      lead: { status: posts.status, off: posts.offFrontPage },
      leadPostId: frontPages.leadPostId,
      leadUntil: frontPages.leadUntil,
    })
    .from(frontPages)
    .leftJoin(staffTable, eq(staffTable.id, frontPages.updatedBy))
    .leftJoin(posts, eq(posts.id, frontPages.leadPostId))
    .orderBy(desc(frontPages.edition))
  const draft = rows.find(({ edition }) => edition === "draft")
  const shown = draft ?? rows[0]
  const { by, at } = shown?.saved ?? {}
  const edition = draft ? "draft" : "live"
  const sections = await listSections(db, edition)
  return {
    leadPostId: shown?.leadPostId ?? null,
    leadUntil: shown?.leadUntil ?? null,
    sections: sections.map(withoutTag),
    emptySections: await namesOfEmpty(sections, edition),
    version: frontVersion(rows),
    isDraft: draft !== undefined,
    saved: by && at ? { by, at } : null,
    leadHidden: whyHidden(shown?.lead ?? null),
  }
}

/** Whether there is a draft of the front page. */
export async function hasFrontDraft(staff: Staff): Promise<boolean> {
  if (!may(staff, "front-page.manage")) return false
  return (await database().$count(frontPages, eq(frontPages.edition, "draft"))) > 0
}

const noDraft: FrontDraft = {
  leadPostId: null,
  leadUntil: null,
  sections: [],
  emptySections: [],
  version: 0,
  isDraft: false,
  saved: null,
  leadHidden: null,
}

function whyHidden(lead: (Pick<typeof posts.$inferSelect, "status"> & { off: boolean }) | null) {
  if (!lead) return null
  if (lead.status !== "published") return "not-published"
  return lead.off ? "kept-off" : null
}

/** The number of the newest save of either edition; each save has the next one. */
export function frontVersion(rows: readonly { version: number }[]): number {
  return Math.max(0, ...rows.map(({ version }) => version))
}

export async function getArrangement(db: Queryable, edition: FrontEdition): Promise<FrontArrangement> {
  const [page] = await db.select().from(frontPages).where(eq(frontPages.edition, edition))
  const sections = await listSections(db, edition)
  return {
    leadPostId: page?.leadPostId ?? null,
    leadUntil: page?.leadUntil ?? null,
    sections: sections.map(withoutTag),
  }
}

type TaggedSection = FrontSection & { tag: { slug: string; name: string } }

function listSections(db: Queryable, edition: FrontEdition): Promise<TaggedSection[]> {
  return db
    .select({
      tagId: frontSections.tagId,
      leadPostId: frontSections.leadPostId,
      size: frontSections.size,
      tag: { slug: tags.slug, name: tags.name },
    })
    .from(frontSections)
    .innerJoin(tags, eq(tags.id, frontSections.tagId))
    .where(eq(frontSections.edition, edition))
    .orderBy(asc(frontSections.position), asc(frontSections.id))
}

function withoutTag({ tag: _, ...section }: TaggedSection): FrontSection {
  return section
}

/** The names of the sections for which no story is left. */
async function namesOfEmpty(sections: TaggedSection[], edition: FrontEdition): Promise<string[]> {
  if (sections.length === 0) return []
  const places = await listFrontPlaces(database(), edition)
  const filled = new Set(places.map(({ tag }) => tag?.slug))
  return sections.filter(({ tag }) => !filled.has(tag.slug)).map(({ tag }) => tag.name)
}

/** As many of the newest stories and as many tags can be chosen. */
const [mostStories, mostTags] = [100, 300]

/** Beside them, as many of each tag among so many of the newest, and so many in all: a form is no archive. */
const [mostOfTag, lookedAt, mostOfTags] = [20, 2000, 400]

const newestOfTags = sql`(
  select id from (
    select recent.id, row_number() over (
      partition by pt.tag_id order by recent.published_at desc, recent.id desc) as rank
    from (
      select p.id, p.published_at from posts p
      where p.status = 'published' and p.published_at is not null and not p.off_front_page
      order by p.published_at desc nulls last, p.id desc nulls last limit ${sql.raw(String(lookedAt))}
    ) as recent join post_tags pt on pt.post_id = recent.id
  ) as ranked where rank <= ${sql.raw(String(mostOfTag))}
  group by id order by min(rank), id desc limit ${sql.raw(String(mostOfTags))})`

/** The newest stories that can lead, all in all and by tag, those that do already, and the tags that have stories. */
export async function listFrontChoices(staff: Staff): Promise<FrontChoices> {
  if (!may(staff, "front-page.manage")) return { stories: [], tags: [] }
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
      .where(
        and(
          published,
          sql`(${posts.id} in ${newest} or ${posts.id} in ${newestOfTags} or ${posts.id} in ${chosen})`,
        ),
      )
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
export async function listKeptOff(staff: Staff): Promise<{ id: number; title: string }[]> {
  if (!may(staff, "front-page.manage")) return []
  return database()
    .select({ id: posts.id, title: posts.title })
    .from(posts)
    .where(and(published, eq(posts.offFrontPage, true)))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(50)
}
