import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"

type Move = { from: number; to: number }

/** Puts one tag wherever another one stands: on stories, in the menu, on the front page, and behind its old addresses. */
export async function moveTag(tx: Transaction, { from, to }: Move): Promise<void> {
  // A story that has both keeps the one, at the earlier place.
  await tx.execute(sql`
    update post_tags kept set position = gone.position from post_tags gone
    where gone.tag_id = ${from} and kept.tag_id = ${to} and kept.post_id = gone.post_id
      and gone.position < kept.position`)
  await tx.execute(sql`
    delete from post_tags gone where gone.tag_id = ${from}
      and exists (select from post_tags kept where kept.tag_id = ${to} and kept.post_id = gone.post_id)`)
  await tx.execute(sql`update post_tags set tag_id = ${to} where tag_id = ${from}`)
  for (const [table, place] of [
    [sql`front_sections`, sql`edition`],
    [sql`frame_links`, sql`place`],
  ] as const) {
    await tx.execute(sql`
      delete from ${table} gone where gone.tag_id = ${from}
        and exists (select from ${table} kept where kept.tag_id = ${to} and kept.${place} = gone.${place})`)
    await tx.execute(sql`update ${table} set tag_id = ${to} where tag_id = ${from}`)
  }
  await tx.execute(sql`update tag_slugs set tag_id = ${to} where tag_id = ${from}`)
}

/** Where readers see a tag beside stories: "menu", "footer", "front page". */
export async function listPlaces(tx: Transaction, tagId: number): Promise<string[]> {
  const rows = await tx.execute<{ place: string }>(sql`
    select place::text as place from frame_links where tag_id = ${tagId}
    union select 'front page' from front_sections where tag_id = ${tagId} and edition = 'live'
    order by place`)
  return rows.map(({ place }) => place)
}
