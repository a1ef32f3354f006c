import "server-only"
import type { Transaction } from "@/db/client"
import { recordEvent } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { pathOf } from "@/lib/pages/path"
import type { PageStatus, StoredPage } from "@/lib/pages/types"

type Decision = { staff: Staff; before: PageStatus; after: StoredPage; parentSlug: string | null }

/** A decision about a page is a row of the log; saving a draft decides nothing. */
export async function recordPage(tx: Transaction, decision: Decision): Promise<void> {
  const action = decided(decision.before, decision.after.status)
  if (action) await recordPageEvent(tx, action, decision)
}

/** The path is kept with it, since the page can be deleted later. */
export async function recordPageEvent(
  tx: Transaction,
  action: AuditAction,
  { staff, before, after, parentSlug }: Decision,
): Promise<void> {
  await recordEvent(tx, {
    pageId: after.id,
    staffId: staff.id,
    action,
    fromStatus: before,
    toStatus: after.status,
    version: after.version,
    detail: { path: pathOf(after.slug, parentSlug) },
  })
}

function decided(from: PageStatus, to: PageStatus): AuditAction | null {
  if (to === "published") return from === "published" ? "page_updated" : "page_published"
  return from === "published" ? "page_withdrawn" : null
}
