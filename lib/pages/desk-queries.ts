import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { cache } from "react"
import { database } from "@/db/client"
import { pages } from "@/db/schema/pages"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import { picturesOf } from "@/lib/media/picture-columns"

const above = alias(pages, "above")

/** Every page, those of the top level by title and what stands under each after it; none for somebody who may not. */
export const listPages = cache(async (staff: Staff) => {
  if (!may(staff, "pages.edit")) return []
  return database()
    .select({
      id: pages.id,
      parentId: pages.parentId,
      path: sql<string>`concat_ws('/', ${above.slug}, ${pages.slug})`,
      title: pages.title,
      status: pages.status,
      purpose: pages.purpose,
      facts: pages.facts,
      version: pages.version,
      updatedAt: pages.updatedAt,
      by: staffTable.name,
    })
    .from(pages)
    .leftJoin(above, eq(above.id, pages.parentId))
    .leftJoin(staffTable, eq(staffTable.id, pages.updatedBy))
    .orderBy(
      sql`lower(coalesce(${above.title}, ${pages.title}))`,
      sql`coalesce(${pages.parentId}, ${pages.id})`,
      desc(sql`${pages.parentId} is null`),
      asc(pages.title),
      asc(pages.id),
    )
    .limit(1000)
})

/** The privacy page with what it was last compared with, or null when there is none or this person may not edit it. */
export async function getCheckedPrivacy(staff: Staff) {
  if (!may(staff, "pages.edit")) return null
  const [page] = await database()
    .select({ id: pages.id, facts: pages.facts })
    .from(pages)
    .where(eq(pages.purpose, "privacy"))
  return page?.facts ? { id: page.id, facts: page.facts } : null
}

/** One page with everything its editor and its preview show, or null when this person may not see it. */
export async function getPageToEdit(staff: Staff, id: number) {
  if (!may(staff, "pages.edit")) return null
  const [row] = await database()
    .select({
      page: pages,
      parent: { slug: above.slug, title: above.title },
      pictures: picturesOf(sql`u.page_id = pages.id`),
    })
    .from(pages)
    .leftJoin(above, eq(above.id, pages.parentId))
    .where(eq(pages.id, id))
  return row ? { ...row.page, parent: row.parent, pictures: row.pictures } : null
}

export type DeskPage = NonNullable<Awaited<ReturnType<typeof getPageToEdit>>>
