import "server-only"
import { isDeepStrictEqual } from "node:util"
import { and, eq, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { pages } from "@/db/schema/pages"
import type { Staff } from "@/lib/auth/staff"
import { picturesIn } from "@/lib/documents/pictures"
import { lockUsable, saveUsesOfPage } from "@/lib/media/uses"
import { freeSlug, keepFormerPaths, knownPaths, takeSlug } from "@/lib/pages/addresses"
import type { PageInput } from "@/lib/pages/input"
import { findParent, type Parent } from "@/lib/pages/parents"
import { factsChecked } from "@/lib/pages/privacy/queries"
import { missingOf } from "@/lib/pages/readiness"
import { recordPage } from "@/lib/pages/record"
import { type PageOutcome, refusePage, savedPage } from "@/lib/pages/save-outcome"
import type { PageStatus, StoredPage } from "@/lib/pages/types"
import { isMadeFrom } from "@/lib/text/slug"

type Write = { staff: Staff; page: StoredPage; wanted: PageInput; status: PageStatus }

/**
 * Writes a page over a row that the transaction holds locked, with its address and the decision. Who may is asked before; a
 * refusal has changed nothing.
 */
export async function writePage(tx: Transaction, write: Write): Promise<PageOutcome> {
  const { staff, page, wanted, status } = write
  const ids = [...new Set(picturesIn(wanted.body).map(({ mediaId }) => mediaId))]
  const library = await lockUsable(tx, { staff, pageId: page.id, ids })
  if (ids.some((id) => !library.has(id))) return refusePage("picture-gone")
  const missing = status === "published" ? missingOf(wanted) : null
  if (missing) return { ok: false, ...missing }
  const parent = await findParent(tx, page, wanted.parentId)
  if (!parent.ok) return refusePage(parent.reason)
  if (status === "published" && parent.status === "draft") return refusePage("parent-draft")
  const other = await findSamePurpose(tx, page, wanted)
  if (other) return { ok: false, reason: "purpose-taken", other }
  const chosen = await slugFor(tx, write, parent)
  if (!chosen.ok) return refusePage(chosen.reason)

  const known = await knownPaths(tx, page.id)
  const row = await update(tx, write, chosen.slug)
  await keepFormerPaths(tx, known, await knownPaths(tx, page.id))
  await saveUsesOfPage(tx, page.id, ids)
  await recordPage(tx, { staff, before: page.status, after: row, parentSlug: parent.slug })
  return { ok: true, page: savedPage(row, parent.slug) }
}

async function update(
  tx: Transaction,
  { staff, page, wanted, status }: Write,
  slug: string,
): Promise<StoredPage> {
  const { title, description, body, parentId, purpose } = wanted
  const [row] = await tx
    .update(pages)
    .set({
      slug,
      title,
      description,
      body,
      parentId,
      purpose,
      status,
      version: page.version + 1,
      updatedAt: sql`now()`,
      updatedBy: staff.id,
      publishedAt: status === "published" ? sql`coalesce(${pages.publishedAt}, now())` : page.publishedAt,
      facts: purpose === "privacy" ? (page.facts ?? (await factsChecked())) : null,
    })
    .where(eq(pages.id, page.id))
    .returning()
  if (!row) throw new Error("The database gave no page back.")
  return row
}

/** Whether saving would change nothing, as on a second click. */
export function isSamePage(page: StoredPage, { slug, ...fields }: PageInput): boolean {
  return (
    (slug === "" ? followsTitle(page, fields.title) : slug === page.slug) &&
    Object.entries(fields).every(([name, value]) => isDeepStrictEqual(value, page[name as keyof StoredPage]))
  )
}

/** Without a typed address the present one stays once readers know it, or while it is the title's. */
function followsTitle({ publishedAt, version, slug }: StoredPage, title: string): boolean {
  return publishedAt !== null || (version > 0 && isMadeFrom(title, slug, "page"))
}

async function slugFor(tx: Transaction, { page, wanted }: Write, parent: Parent) {
  const spot = { pageId: page.id, parentId: wanted.parentId, parentSlug: parent.slug }
  const stays = page.version > 0 && wanted.parentId === page.parentId
  if (stays && (wanted.slug === page.slug || (wanted.slug === "" && followsTitle(page, wanted.title))))
    return { ok: true as const, slug: page.slug }
  if (wanted.slug === "" && page.publishedAt === null)
    return { ok: true as const, slug: await freeSlug(tx, spot, wanted.title) }
  return takeSlug(tx, spot, wanted.slug || page.slug)
}

async function findSamePurpose(tx: Transaction, page: StoredPage, { purpose }: PageInput) {
  if (purpose === null) return null
  const [other] = await tx
    .select({ id: pages.id, title: pages.title })
    .from(pages)
    .where(and(eq(pages.purpose, purpose), ne(pages.id, page.id)))
  return other ?? null
}
