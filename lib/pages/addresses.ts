import "server-only"
import { and, eq, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { texts } from "@/db/lists"
import { pagePaths, pages } from "@/db/schema/pages"
import { pathOf } from "@/lib/pages/path"
import { isReservedPageSlug } from "@/lib/pages/reserved-slugs"
import { numberedSlug, slugFrom } from "@/lib/text/slug"

/** Where a page is to stand: below this slug, or at the top level. */
type Spot = { pageId: number; parentId: number | null; parentSlug: string | null }

/** The slug that was typed, or why the page cannot have it. */
export async function takeSlug(
  tx: Transaction,
  spot: Spot,
  typed: string,
): Promise<{ ok: true; slug: string } | { ok: false; reason: "slug-reserved" | "slug-taken" }> {
  if (spot.parentId === null && isReservedPageSlug(typed)) return { ok: false, reason: "slug-reserved" }
  const taken = (await takenSlugs(tx, spot, [typed])).size > 0 || (await takesFormer(tx, spot, typed))
  return taken ? { ok: false, reason: "slug-taken" } : { ok: true, slug: typed }
}

/** A slug that the page can have: of a word, or of its title, with the first number that is free. */
export async function freeSlug(tx: Transaction, spot: Spot, from: string): Promise<string> {
  const base = slugFrom(from) || `page-${spot.pageId}`
  for (let first = 1; ; first += 50) {
    const candidates = Array.from({ length: 50 }, (_, n) => numberedSlug(base, first + n))
    const taken = await takenSlugs(tx, spot, candidates)
    const free = candidates.find(
      (slug) => !taken.has(slug) && !(spot.parentId === null && isReservedPageSlug(slug)),
    )
    if (free && !(await takesFormer(tx, spot, free))) return free
  }
}

/** Which of these another page beside it has, or had: a link somewhere leads there. */
async function takenSlugs(tx: Transaction, spot: Spot, slugs: string[]): Promise<Set<string>> {
  const present = await tx
    .select({ slug: pages.slug })
    .from(pages)
    .where(
      and(
        sql`coalesce(${pages.parentId}, 0) = ${spot.parentId ?? 0}`,
        sql`${pages.slug} in ${texts(slugs)}`,
        ne(pages.id, spot.pageId),
      ),
    )
  const paths = slugs.map((slug) => pathOf(slug, spot.parentSlug))
  const former = await tx
    .select({ path: pagePaths.path })
    .from(pagePaths)
    .where(and(sql`${pagePaths.path} in ${texts(paths)}`, ne(pagePaths.pageId, spot.pageId)))
  return new Set([
    ...present.map(({ slug }) => slug),
    ...former.map(({ path }) => path.split("/").at(-1) ?? ""),
  ])
}

/** Whether a page below it would come to stand where another one was. */
async function takesFormer(tx: Transaction, { pageId }: Spot, slug: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select from page_paths f join pages c on c.parent_id = ${pageId} and f.path = ${slug} || '/' || c.slug
    where f.page_id <> c.id limit 1`)
  return row !== undefined
}

/** The paths of a page and of those below it that readers ever knew, by their ids. */
export async function knownPaths(tx: Transaction, pageId: number): Promise<Map<number, string>> {
  const rows = await tx.execute<{ id: string; path: string }>(sql`
    select g.id, concat_ws('/', p.slug, g.slug) as path from pages g left join pages p on p.id = g.parent_id
    where g.published_at is not null and ${pageId} in (g.id, g.parent_id)`)
  return new Map([...rows].map(({ id, path }) => [Number(id), path]))
}

/** Remembers where readers found these pages, and forgets former addresses that become present ones again. */
export async function keepFormerPaths(
  tx: Transaction,
  before: ReadonlyMap<number, string>,
  after: ReadonlyMap<number, string>,
): Promise<void> {
  for (const [pageId, path] of before) {
    const now = after.get(pageId)
    if (now === undefined || now === path) continue
    await tx.insert(pagePaths).values({ path, pageId }).onConflictDoNothing()
    await tx.delete(pagePaths).where(and(eq(pagePaths.path, now), eq(pagePaths.pageId, pageId)))
  }
}
