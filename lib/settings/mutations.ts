import "server-only"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { settings } from "@/db/schema/settings"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import type { CommentMail } from "@/lib/comments/mail/gaps"
import { changedBy } from "@/lib/settings/queries"
import type { Settings } from "@/lib/settings/shape"

/** Sets every setting, all or none; each page that readers see may look different then. */
export async function saveSettings(staff: Staff, values: Settings): Promise<{ ok: boolean }> {
  if (!may(staff, "settings.manage")) return { ok: false }
  return transaction(async (tx, changed) => {
    const rows = Object.entries({ ...values, [changedBy]: staff.id }).map(([key, value]) => ({ key, value }))
    await tx
      .insert(settings)
      // Two who save at once take the rows in one order.
      .values(rows.sort((a, b) => (a.key < b.key ? -1 : 1)))
      .onConflictDoUpdate({
        target: settings.key,
        set: { value: sql`excluded.value`, updatedAt: sql`now()` },
      })
    changed("everything")
    return { ok: true }
  })
}

/** Sets how often the person is mailed about waiting comments. */
export async function saveCommentMail(staff: Staff, commentMail: CommentMail): Promise<{ ok: boolean }> {
  if (!may(staff, "comments.moderate")) return { ok: false }
  await database().update(staffTable).set({ commentMail }).where(eq(staffTable.id, staff.id))
  return { ok: true }
}
