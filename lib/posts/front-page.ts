import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { preparedQuery } from "@/db/prepared-query"
import type { frontPages } from "@/db/schema/frame"
import { posts } from "@/db/schema/posts"
import { writeCursor } from "@/lib/posts/cursor"
import { card, dated, micros } from "@/lib/posts/published"
import { summary } from "@/lib/posts/summary"

export type FrontEdition = (typeof frontPages.$inferSelect)["edition"]

/** Where the front page shows a story: `top`, the number of a section, or `rest`. */
export type FrontPlace = { place: string; id: number; tag: { slug: string; name: string } | null }

/** What the front page opens with, and how many stories follow behind the sections. */
const [atTop, behind] = [4, 8]

const onFront = sql.raw("p.status = 'published' and p.published_at is not null and not p.off_front_page")
const newest = sql.raw("p.published_at desc nulls last, p.id desc nulls last")

/**
 * The stories of an edition by their places, each once, in the order in which they are filled: the lead that was chosen,
 * the newest beside it, section by section its lead and its newest, and what is left of the newest.
 */
function placesOf(edition: unknown) {
  const isEdition = sql`= ${edition}::front_edition`
  return sql`
    with recursive pin as materialized (
      select p.id from front_pages f join posts p on p.id = f.lead_post_id
      where f.edition ${isEdition} and (f.lead_until is null or f.lead_until > now()) and ${onFront}
    ), sections as materialized (
      select row_number() over (order by s.position, s.id) as place, s.tag_id, s.lead_post_id, s.size
      from front_sections s where s.edition ${isEdition}
    ), opening as (
      select array(select id from pin) || array(
        select p.id from posts p where ${onFront} and p.id not in (select id from pin)
        order by ${newest} limit ${sql.raw(String(atTop))} - (select count(*) from pin)) as ids
    ), filled(place, used, ids) as (
      select 0::bigint, ids, ids from opening
      union all
      select s.place, f.used || n.ids[1:s.size], n.ids[1:s.size]
      from filled f join sections s on s.place = f.place + 1 cross join lateral (
        select array(
          select p.id from posts p where p.id = s.lead_post_id and ${onFront} and p.id <> all(f.used)
            and exists (select from post_tags pt where pt.post_id = p.id and pt.tag_id = s.tag_id)
        ) || array(
          select p.id from posts p where ${onFront} and p.id is distinct from s.lead_post_id and p.id <> all(f.used)
            and exists (select from post_tags pt where pt.post_id = p.id and pt.tag_id = s.tag_id)
          order by ${newest} limit s.size
        ) as ids
      ) as n
    ), remaining as (
      select array(
        select p.id from posts p
        where ${onFront} and p.id <> all((select used from filled order by place desc limit 1)::bigint[])
        order by ${newest} limit ${sql.raw(String(behind + 1))}) as ids
    )
    select case when f.place = 0 then 'top' else f.place::text end as place, f.place as line, i.id, i.rank,
      case when t.id is not null then jsonb_build_object('slug', t.slug, 'name', t.name) end as tag,
      exists (select from pin) as pinned
    from filled f cross join unnest(f.ids) with ordinality as i(id, rank)
      left join sections s on s.place = f.place left join tags t on t.id = s.tag_id
    union all
    select 'rest', 1000, i.id, i.rank, null, false from remaining cross join unnest(ids) with ordinality as i(id, rank)`
}

const readFront = preparedQuery((db) =>
  db
    .select({
      ...card,
      body: sql<unknown>`case when ${posts.standfirst} = '' then ${posts.body} end`,
      micros,
      place: sql<string>`front.place`,
      section: sql<FrontPlace["tag"]>`front.tag`,
      pinned: sql<boolean>`front.pinned`,
    })
    .from(sql`(${placesOf(sql.placeholder("edition"))}) as front`)
    .innerJoin(posts, eq(posts.id, sql`front.id`))
    .orderBy(sql`front.line`, sql`front.rank`)
    .prepare("front_page"),
)

/**
 * The front page as readers see it, or as staff prepare it. `next` is where the page of older stories begins.
 */
export async function getFrontPage(edition: FrontEdition = "live") {
  const rows = await readFront({ edition })
  const stories = rows.map(({ body, micros: _, place, section, pinned, ...post }) => ({
    ...dated(post),
    standfirst: summary({ standfirst: post.standfirst, body }),
  }))
  const at = (place: string) => stories.filter((_, n) => rows[n]?.place === place)
  const numbers = [...new Set(rows.map(({ place }) => place))].filter((place) => /^\d/.test(place))
  const rest = rows.filter(({ place }) => place === "rest")
  const last = rest.length > behind ? rest[behind - 1] : undefined
  return {
    top: at("top"),
    /** Whether the first of them was chosen. */
    isPinned: rows[0]?.pinned === true,
    sections: numbers.flatMap((place) => {
      const tag = rows.find((row) => row.place === place)?.section
      return tag ? [{ tag, posts: at(place) }] : []
    }),
    rest: at("rest").slice(0, behind),
    next: last ? writeCursor({ micros: Number(last.micros), id: last.id }) : null,
  }
}

/** Which stories stand where on the front page: as readers see it, or as staff prepare it. */
export async function listFrontPlaces(db: Queryable, edition: FrontEdition = "live"): Promise<FrontPlace[]> {
  const rows = await db.execute<{ place: string; id: string; tag: FrontPlace["tag"] }>(
    sql`select place, id, tag from (${placesOf(edition)}) as front order by line, rank`,
  )
  return rows.map(({ place, id, tag }) => ({ place, id: Number(id), tag }))
}
