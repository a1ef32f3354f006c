import "server-only"
import type { Transaction } from "@/db/client"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import type { CheckFinding } from "@/lib/documents/check-finding"
import { overriddenWords } from "@/lib/posts/checklist-words"
import type { StoredPost } from "@/lib/posts/save-outcome"

/** What a story is published in spite of is in the log before its publishing. */
export async function recordOverride(
  tx: Transaction,
  staff: Staff,
  { after, findings }: { after: StoredPost; findings: readonly CheckFinding[] },
): Promise<void> {
  if (findings.length === 0) return
  await recordEvent(tx, {
    postId: after.id,
    staffId: staff.id,
    action: "checklist_overridden",
    version: after.version,
    detail: { overridden: overriddenWords(findings) },
  })
}
