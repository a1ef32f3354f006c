import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { pages } from "@/db/schema/pages"
import type { PageStatus, StoredPage } from "@/lib/pages/types"

/** The page above another; at the top level there is none. */
export type Parent = { slug: string | null; status: PageStatus | null }

type Found =
  | ({ ok: true } & Parent)
  | { ok: false; reason: "parent-unknown" | "parent-nested" | "has-children" }

/** The page above, if this page can stand under it: pages are nested one level deep. */
export async function findParent(
  tx: Transaction,
  page: Pick<StoredPage, "id">,
  parentId: number | null,
): Promise<Found> {
  if (parentId === null) return { ok: true, slug: null, status: null }
  const [parent] = await tx.select().from(pages).where(eq(pages.id, parentId))
  if (!parent || parent.id === page.id) return { ok: false, reason: "parent-unknown" }
  if (parent.parentId !== null) return { ok: false, reason: "parent-nested" }
  if (await hasChildren(tx, page.id)) return { ok: false, reason: "has-children" }
  return { ok: true, slug: parent.slug, status: parent.status }
}

/** Whether there are pages under this one; with `published`, whether readers see any of them. */
export async function hasChildren(
  tx: Transaction,
  pageId: number,
  { published = false } = {},
): Promise<boolean> {
  const rows = await tx.select({ status: pages.status }).from(pages).where(eq(pages.parentId, pageId))
  return rows.some(({ status }) => !published || status === "published")
}

export async function slugOfParent(
  tx: Transaction,
  { parentId }: Pick<StoredPage, "parentId">,
): Promise<string | null> {
  if (parentId === null) return null
  const [row] = await tx.select({ slug: pages.slug }).from(pages).where(eq(pages.id, parentId))
  return row?.slug ?? null
}
