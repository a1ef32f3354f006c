import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Queryable } from "@/db/client"
import { frameLinks } from "@/db/schema/frame"
import { pages } from "@/db/schema/pages"
import { tags } from "@/db/schema/posts"
import { siteKeys } from "@/db/site"
import { may, type Staff } from "@/lib/auth/staff"
import type {
  ChosenLinks,
  FrameLink,
  FramePlace,
  LinkTargets,
  PurposePage,
  ShownLink,
} from "@/lib/frame/types"

type Row = ShownLink & { place: FramePlace; isShown: boolean }

type Stored = { chosen: Partial<Record<FramePlace, boolean>>; links: Row[] }

/**
 * The links that staff chose, as a column of a query that reads something else besides; for `chosenLinksIn`. A page that
 * is a draft and a tag without a story have no address that readers could open, and are left out until they have.
 */
export const storedLinks = sql<Stored>`jsonb_build_object(
  'chosen', coalesce((select value from settings where key = ${sql.raw(`'${siteKeys.chosenLinks}'`)}), '{}'),
  'links', coalesce((
  select jsonb_agg(jsonb_build_object('place', l.place,
    'label', coalesce(nullif(l.label, ''), t.name, g.title, ''),
    'href', case when t.id is not null then '/tags/' || t.slug
      when g.id is not null then '/' || coalesce(above.slug || '/', '') || g.slug else l.url end,
    'isShown', case when t.id is not null then exists (
        select from post_tags pt join posts p on p.id = pt.post_id
        where pt.tag_id = t.id and p.status = 'published' and p.published_at is not null)
      when g.id is not null then g.status = 'published' else true end)
    order by l.position, l.id)
  from frame_links l left join tags t on t.id = l.tag_id
    left join pages g on g.id = l.page_id left join pages above on above.id = g.parent_id), '[]'))`

/** The published pages with a purpose, as a column of the same query: About, Contact, Privacy, House rules. */
export const purposePages = sql<PurposePage[]>`coalesce((
  select jsonb_agg(jsonb_build_object('pageId', g.id, 'label', g.title,
    'href', '/' || coalesce(above.slug || '/', '') || g.slug) order by g.purpose)
  from pages g left join pages above on above.id = g.parent_id
  where g.purpose is not null and g.status = 'published'), '[]')`

export function chosenLinksIn({ chosen, links }: Stored): ChosenLinks {
  const of = (place: FramePlace) => {
    const own = links.filter((row) => row.place === place)
    if (own.length === 0 && !chosen[place]) return null
    return own.filter(({ isShown }) => isShown).map(({ label, href }) => ({ label, href }))
  }
  return { menu: of("menu"), footer: of("footer") }
}

export type EditedPlace = { links: FrameLink[]; seen: number }

/** The links of the menu and the footer as they are edited, and the newest of each. */
export async function listFrameLinks(staff: Staff): Promise<Record<FramePlace, EditedPlace>> {
  const rows = may(staff, "settings.manage") ? await listStoredLinks(database()) : []
  const of = (place: FramePlace) => {
    const links = rows.filter((row) => row.place === place)
    return { links, seen: Math.max(0, ...links.map(({ id }) => id)) }
  }
  return { menu: of("menu"), footer: of("footer") }
}

export function listStoredLinks(db: Queryable) {
  return db
    .select()
    .from(frameLinks)
    .orderBy(asc(frameLinks.place), asc(frameLinks.position), asc(frameLinks.id))
}

/** As many pages and tags are offered: a longer list is no help. */
const mostTargets = 500

const above = alias(pages, "above")

/** The pages and tags that a link can lead to. */
export async function listLinkTargets(staff: Staff): Promise<LinkTargets> {
  if (!may(staff, "settings.manage")) return { pages: [], tags: [] }
  const db = database()
  const [pageRows, tagRows] = await Promise.all([
    db
      .select({
        id: pages.id,
        title: pages.title,
        above: above.title,
        isPublished: sql<boolean>`${pages.status} = 'published'`,
      })
      .from(pages)
      .leftJoin(above, eq(above.id, pages.parentId))
      .orderBy(desc(sql`${pages.status} = 'published'`), asc(pages.title), asc(pages.id))
      .limit(mostTargets),
    db
      .select({ id: tags.id, slug: tags.slug, name: tags.name })
      .from(tags)
      .orderBy(sql`${tags.position} nulls last`, asc(tags.name), asc(tags.id))
      .limit(mostTargets),
  ])
  return { pages: pageRows, tags: tagRows }
}
