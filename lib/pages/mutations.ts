import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { pages } from "@/db/schema/pages"
import { staff as staffTable } from "@/db/schema/staff"
import { type Changed, transaction, transactionUnlessRefused } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { announcePageChanges } from "@/lib/pages/faces"
import type { PageInput } from "@/lib/pages/input"
import { hasChildren, slugOfParent } from "@/lib/pages/parents"
import { spellFacts } from "@/lib/pages/privacy/facts"
import { factsChecked } from "@/lib/pages/privacy/queries"
import { recordPage, recordPageEvent } from "@/lib/pages/record"
import { type PageOutcome, refusePage, savedPage } from "@/lib/pages/save-outcome"
import type { PageStatus, StoredPage } from "@/lib/pages/types"
import { isSamePage, writePage } from "@/lib/pages/write-page"

/** Which page, and the version of it that the person saw. */
type Seen = { id: number; version: number }

/**
 * Begins a draft. `key` names the new page on the form that sends it: the same key from the same person is the same draft
 * however often and however late it comes, answered with the version that began it.
 */
export async function createPage(
  staff: Staff,
  input: PageInput,
  key: string = randomUUID(),
): Promise<PageOutcome> {
  if (!may(staff, "pages.edit")) return refusePage("not-allowed")
  return transactionUnlessRefused<PageOutcome>(async (tx) => {
    await lock(tx, "pages")
    const [begun] = await tx
      .select()
      .from(pages)
      .where(and(eq(pages.createdBy, staff.id), eq(pages.draftKey, key)))
    if (begun) return { ok: true, page: { ...savedPage(begun, await slugOfParent(tx, begun)), version: 1 } }
    const [page] = await tx
      .insert(pages)
      // The slug until `writePage` has chosen one.
      .values({
        slug: `new-${randomUUID()}`,
        draftKey: key,
        body: input.body,
        createdBy: staff.id,
        version: 0,
      })
      .returning()
    if (!page) throw new Error("The database gave no page back.")
    return writePage(tx, { staff, page, wanted: input, status: "draft" })
  })
}

/** Saves what readers do not see yet. A published page is changed by `publishPage` alone. */
export async function savePage(staff: Staff, seen: Seen, input: PageInput): Promise<PageOutcome> {
  return change(staff, { seen, input }, "draft")
}

/** Saves a page and shows it to readers at once, or shows them the change of one that is published. */
export async function publishPage(staff: Staff, seen: Seen, input: PageInput): Promise<PageOutcome> {
  return change(staff, { seen, input }, "published")
}

/** Takes a page from readers; it is a draft again. It can be urgent, so it saves no text and works on any version. */
export async function withdrawPage(staff: Staff, seen: Seen): Promise<PageOutcome> {
  return onPage(staff, seen.id, async ({ tx, changed }, page, parentSlug) => {
    if (page.status === "draft") return { ok: true, page: savedPage(page, parentSlug) }
    if (await hasChildren(tx, page.id, { published: true })) return refusePage("children-published")
    return announcePageChanges({ tx, changed }, async () => {
      const row = await touch(tx, { staff, page, set: { status: "draft" } })
      await recordPage(tx, { staff, before: page.status, after: row, parentSlug })
      // Somebody who had not seen the newest text has not seen it now: their next save is refused as stale.
      const version = seen.version === page.version ? row.version : seen.version
      return { ok: true, page: { ...savedPage(row, parentSlug), version } }
    })
  })
}

/** Deletes a draft for good, with its former addresses. */
export async function deletePage(staff: Staff, seen: Seen): Promise<PageOutcome> {
  return onPage(staff, seen.id, async ({ tx, changed }, page, parentSlug) => {
    if (page.status === "published") return refusePage("is-published")
    if (await hasChildren(tx, page.id)) return refusePage("has-children")
    if (page.version !== seen.version) return stale(tx, staff, page)
    return announcePageChanges({ tx, changed }, async () => {
      // Its links go with it; a menu or footer that was chosen stays so without any.
      await tx.delete(pages).where(eq(pages.id, page.id))
      await recordPageEvent(tx, "page_deleted", { staff, before: page.status, after: page, parentSlug })
      return { ok: true, page: savedPage(page, parentSlug) }
    })
  })
}

/** Says that the privacy page fits what the site does, as the person saw it (`spellFacts`). */
export async function confirmFacts(staff: Staff, page: { id: number; seen: string }): Promise<PageOutcome> {
  const facts = await factsChecked()
  if (spellFacts(facts) !== page.seen) return refusePage("facts-changed")
  return onPage(staff, page.id, async ({ tx }, page, parentSlug) => {
    if (page.purpose !== "privacy") return refusePage("not-found")
    // The version stays, since the text has not changed: an open editor can still save.
    const [row] = await tx.update(pages).set({ facts }).where(eq(pages.id, page.id)).returning()
    if (!row) throw new Error("The database gave no page back.")
    await recordPageEvent(tx, "page_compared", { staff, before: page.status, after: row, parentSlug })
    return { ok: true, page: savedPage(row, parentSlug) }
  })
}

type Save = { seen: Seen; input: PageInput }

async function change(staff: Staff, { seen, input }: Save, status: PageStatus): Promise<PageOutcome> {
  return onPage(staff, seen.id, async ({ tx, changed }, page, parentSlug) => {
    const present = savedPage(page, parentSlug)
    const same = isSamePage(page, input)
    if (status === "draft" && page.status === "published") {
      const version = same ? page.version : seen.version
      return { ok: false, reason: "is-published", page: { ...present, version } }
    }
    if (status === page.status && same) return { ok: true, page: present }
    if (page.version !== seen.version) return stale(tx, staff, page)
    const write = () => writePage(tx, { staff, page, wanted: input, status })
    // A draft that moves can leave a former address behind, which then leads elsewhere or nowhere.
    return announcePageChanges({ tx, changed }, write)
  })
}

type Work = (
  change: { tx: Transaction; changed: Changed },
  page: StoredPage,
  parentSlug: string | null,
) => Promise<PageOutcome>

/** Does something about a page that nobody else changes meanwhile. */
async function onPage(staff: Staff, id: number, work: Work): Promise<PageOutcome> {
  if (!may(staff, "pages.edit")) return refusePage("not-allowed")
  return transaction<PageOutcome>(async (tx, changed) => {
    // Before the page's row, in which saving the menu and the footer waits with this lock held.
    await lock(tx, "sections")
    await lock(tx, "pages")
    const [page] = await tx.select().from(pages).where(eq(pages.id, id)).for("update")
    if (!page) return refusePage("not-found")
    return work({ tx, changed }, page, await slugOfParent(tx, page))
  })
}

type Touch = { staff: Staff; page: StoredPage; set: { status: PageStatus } }

async function touch(tx: Transaction, { staff, page, set }: Touch): Promise<StoredPage> {
  const [row] = await tx
    .update(pages)
    .set({ ...set, version: page.version + 1, updatedAt: sql`now()`, updatedBy: staff.id })
    .where(eq(pages.id, page.id))
    .returning()
  if (!row) throw new Error("The database gave no page back.")
  return row
}

async function stale(tx: Transaction, staff: Staff, page: StoredPage): Promise<PageOutcome> {
  const { updatedBy } = page
  const [row] =
    updatedBy === null
      ? []
      : await tx.select({ name: staffTable.name }).from(staffTable).where(eq(staffTable.id, updatedBy))
  const own = updatedBy === staff.id
  const present = savedPage(page, await slugOfParent(tx, page))
  return { ok: false, reason: "stale", by: row?.name ?? null, own, page: present }
}
