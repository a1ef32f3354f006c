import "server-only"
import { and, asc, eq, or, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { authorSlugs, authors } from "@/db/schema/authors"
import type { Staff } from "@/lib/auth/staff"
import { hasPublished, profile } from "@/lib/authors/columns"
import { ofKeptStory } from "@/lib/authors/deleted-credits"
import { mayEditProfile, mayManageProfiles } from "@/lib/authors/policy"
import { mostStories } from "@/lib/authors/story-count"

/** The list shows so many; the search finds the others. */
export const mostAuthorsListed = 200

const columns = {
  id: authors.id,
  ...profile,
  version: authors.version,
  portraitId: sql<
    number | null
  >`(select u.media_id from media_uses u where u.author_id = authors.id)`.mapWith(Number),
  /** Who signs in with it. */
  account: sql<
    string | null
  >`(select s.name from staff s where s.author_id = authors.id order by s.id limit 1)`,
  stories: sql<number>`(select count(*)::int from (
    select distinct b.post_id from post_bylines b where b.author_id = authors.id and ${ofKeptStory} limit ${mostStories}) as counted)`,
  isKnown: hasPublished,
}

/** Everybody's profile by name, or those whose names hold these words. */
export async function listProfiles(staff: Staff, search?: string) {
  return selectProfiles(staff, hasInName(search))
}

function hasInName(search?: string): SQL | undefined {
  return search ? sql`strpos(lower(${authors.name}), lower(${search})) > 0` : undefined
}

async function selectProfiles(staff: Staff, where: SQL | undefined) {
  if (!mayManageProfiles(staff)) throw new Error("Only those who manage profiles may see all of them.")
  return database()
    .select(columns)
    .from(authors)
    .where(where)
    .orderBy(asc(sql`lower(${authors.name})`), asc(authors.id))
    .limit(mostAuthorsListed)
}

/** A profile that somebody may edit, or null. */
export async function getProfile(staff: Staff, id: number) {
  if (!mayEditProfile(staff, id)) return null
  const [row] = await database().select(columns).from(authors).where(eq(authors.id, id))
  return row ?? null
}

export type DeskProfile = NonNullable<Awaited<ReturnType<typeof getProfile>>>

/** One's own profile; null while there is none. */
export async function getOwnProfile(staff: Staff): Promise<DeskProfile | null> {
  return staff.authorId === null ? null : getProfile(staff, staff.authorId)
}

/** What a merge would move: two profiles, how many stories name both, and the addresses that would lead on. */
export async function previewMerge(staff: Staff, { author, into }: { author: number; into: number }) {
  if (author === into) return null
  const rows = await selectProfiles(staff, or(eq(authors.id, author), eq(authors.id, into)))
  const [from, to] = [rows.find(({ id }) => id === author), rows.find(({ id }) => id === into)]
  if (!from || !to) return null
  const [row] = await database().execute<{ both: number; slugs: string[] }>(sql`
    select (select count(*)::int from (
        select distinct b.post_id from post_bylines b where b.author_id = ${author} and ${ofKeptStory} and exists (
          select from post_bylines c where c.post_id = b.post_id and c.author_id = ${into})
        limit ${mostStories}) as counted) as both,
      coalesce((select json_agg(slug order by slug) from author_slugs where author_id = ${author}), '[]') as slugs`)
  return { author: from, into: to, both: row?.both ?? 0, slugs: [from.slug, ...(row?.slugs ?? [])] }
}

export type MergeFacts = NonNullable<Awaited<ReturnType<typeof previewMerge>>>

/** Who else a profile can be merged into, by name; of those with this text in their names, and `mostAuthorsListed` at most. */
export async function listMergeTargets(staff: Staff, author: number, search: string) {
  const rows = await selectProfiles(staff, and(sql`${authors.id} <> ${author}`, hasInName(search)))
  return rows.map(({ id, name, title, slug }) => ({ id, name, title, slug }))
}

/** The present address of an author who has published and was once found under this one, or null. */
export async function getAuthorSlugAfter(slug: string): Promise<string | null> {
  const [row] = await database()
    .select({ slug: authors.slug })
    .from(authorSlugs)
    .innerJoin(authors, eq(authors.id, authorSlugs.authorId))
    .where(and(eq(authorSlugs.slug, slug), hasPublished))
  return row?.slug ?? null
}
