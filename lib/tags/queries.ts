import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { tagSlugs, tags } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"
import type { DeskTag } from "@/lib/tags/types"

/** Names what is saved of a tag: another after each change of it. */
export const tagVersion = sql<string>`md5(
  jsonb_build_array(${tags.name}, ${tags.slug}, ${tags.description}, ${tags.position})::text)`

const columns = {
  id: tags.id,
  slug: tags.slug,
  name: tags.name,
  description: tags.description,
  position: tags.position,
  version: tagVersion,
  stories: sql<number>`(select count(*)::int from post_tags pt where pt.tag_id = ${tags.id})`,
  published: sql<number>`(select count(*)::int from post_tags pt join posts p on p.id = pt.post_id
    where pt.tag_id = ${tags.id} and p.status = 'published')`,
}

const inOrder = [sql`${tags.position} nulls last`, asc(tags.name), asc(tags.id)]

/** More tags than anybody would look through. */
const mostListed = 2000

/** All tags in their order, with how much each is used. */
export async function listTags(staff: Staff): Promise<DeskTag[]> {
  if (!may(staff, "tags.manage")) return []
  return database()
    .select(columns)
    .from(tags)
    .orderBy(...inOrder)
    .limit(mostListed)
}

/** One tag with the addresses it had before, or null. */
export async function getDeskTag(
  staff: Staff,
  id: number,
): Promise<(DeskTag & { formerly: string[] }) | null> {
  if (!may(staff, "tags.manage")) return null
  const [row] = await database()
    .select({
      ...columns,
      formerly: sql<string[]>`coalesce((
        select jsonb_agg(f.slug order by f.slug) from ${tagSlugs} f where f.tag_id = ${tags.id}), '[]')`,
    })
    .from(tags)
    .where(eq(tags.id, id))
  return row ?? null
}

/** As many are offered while somebody types; the whole list would be larger than the page. */
const mostOffered = 500

/** Names of tags to complete what is typed: those most in use. */
export async function listTagNames(staff: Staff): Promise<string[]> {
  if (!may(staff, "posts.write-own")) return []
  const rows = await database()
    .select({ name: tags.name })
    .from(tags)
    .orderBy(sql`(select count(*) from post_tags pt where pt.tag_id = ${tags.id}) desc`, asc(tags.name))
    .limit(mostOffered)
  return rows.map(({ name }) => name).sort((a, b) => a.localeCompare(b))
}

/** The tags that a list of stories can be filtered by, for those who write. */
export async function listTagChoices(staff: Staff): Promise<{ id: number; name: string }[]> {
  if (!may(staff, "posts.write-own")) return []
  return database()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .orderBy(asc(tags.name), asc(tags.id))
    .limit(mostListed)
}
