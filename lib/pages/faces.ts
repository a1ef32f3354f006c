import "server-only"
import { isDeepStrictEqual } from "node:util"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { Changed } from "@/db/transaction"
import { type PageFace, tagsOfPages } from "@/lib/pages/cache-tags"
import { pathOf } from "@/lib/pages/path"
import type { PagePurpose } from "@/lib/pages/types"
import { getSections } from "@/lib/posts/section-queries"

/**
 * Runs a change of pages and names the cache tags of what readers see differently, by what they could see before and what
 * they see after it. All published pages are looked at: there are few, and each can be above or below another. The caller
 * holds the lock "sections", as everything does that can change the frame.
 */
export async function announcePageChanges<T>(
  { tx, changed }: { tx: Transaction; changed: Changed },
  work: () => Promise<T>,
): Promise<T> {
  const look = async () => ({ faces: await listFaces(tx), sections: await getSections(tx) })
  const before = await look()
  const result = await work()
  const after = await look()
  changed(...tagsOfPages(before.faces, after.faces))
  if (!isDeepStrictEqual(before.sections, after.sections)) changed("frame")
  return result
}

type Row = {
  id: number
  parent: number | null
  slug: string
  title: string
  version: number
  purpose: PagePurpose | null
  former: string[]
}

async function listFaces(tx: Transaction): Promise<PageFace[]> {
  const rows = (await tx.execute<Row>(sql`
    select g.id::float8 as id, g.parent_id::float8 as parent, g.slug, g.title, g.version, g.purpose,
      coalesce((select jsonb_agg(f.path order by f.path) from page_paths f where f.page_id = g.id), '[]') as former
    from pages g where g.status = 'published' order by g.title, g.id`)) as unknown as Row[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  const link = (row: Row) => {
    const above = row.parent === null ? undefined : byId.get(row.parent)
    return { path: pathOf(row.slug, above?.slug ?? null), title: row.title }
  }
  return rows.map((row) => {
    const { id, version, purpose, former } = row
    const above = row.parent === null ? undefined : byId.get(row.parent)
    const children = rows.filter(({ parent }) => parent === id).map(link)
    return {
      ...link(row),
      id,
      version,
      purpose,
      former,
      parent: above ? link(above) : null,
      children,
    }
  })
}
