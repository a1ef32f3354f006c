import "server-only"
import { and, asc, eq, gt, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { auditEvents } from "@/db/schema/audit"
import { settings } from "@/db/schema/settings"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { tagsOfSettings } from "@/lib/settings/cache-tags"
import { changesBetween, changesIn } from "@/lib/settings/changes"
import { listTurned } from "@/lib/settings/closing"
import type { CommentMail } from "@/lib/settings/comment-mail"
import { changedBy, getSettingsVersion } from "@/lib/settings/queries"
import { readSettings, type Settings } from "@/lib/settings/shape"

/** Who changed which settings since somebody looked at them. */
export type ChangedMeanwhile = { by: string; at: Date; labels: string[] }

export type Saved =
  | { ok: true }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: "changed-meanwhile"; version: string; changes: ChangedMeanwhile[] }

/**
 * Sets every setting, all or none, and writes into the log which changed; readers' pages that show them are rendered anew. Where nothing is another than before, nothing is done.
 * @param seen the version that the person had before their eyes (`getSettingsVersion`): where it is not the present one
 *   any more, nothing is saved, and the answer says what changed and the version to come with again
 */
export async function saveSettings(staff: Staff, values: Settings, seen?: string): Promise<Saved> {
  if (!may(staff, "settings.manage")) return { ok: false, reason: "not-allowed" }
  return transaction(async (tx, changed): Promise<Saved> => {
    const now = await takeTurn(tx)
    const version = await getSettingsVersion(tx)
    if (seen !== undefined && seen !== version) {
      return { ok: false, reason: "changed-meanwhile", version, changes: await changesSince(tx, seen) }
    }
    const rows = await tx.select({ key: settings.key, value: settings.value }).from(settings)
    const before = readSettings(rows)
    const detail = changesBetween(before, values)
    if (Object.keys(detail).length === 0) return { ok: true }
    const fresh = Object.entries({ ...values, [changedBy]: staff.id }).map(([key, value]) => ({ key, value }))
    await tx
      .insert(settings)
      .values(fresh.map((row) => ({ ...row, updatedAt: sql`${now}::timestamptz` })))
      .onConflictDoUpdate({
        target: settings.key,
        set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
      })
    await recordEvent(tx, { staffId: staff.id, action: "settings_changed", detail, createdAt: now })
    changed(...tagsOfSettings(before, values, await listTurned(tx, before, values)))
    return { ok: true }
  })
}

/** Waits for whoever saves at this moment; answers the time from then on, which no two who save share. */
async function takeTurn(tx: Transaction): Promise<string> {
  await lock(tx, "settings")
  const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`)
  if (!row) throw new Error("The database gave no time back.")
  return row.now
}

/** So many changes are told; more than that have hardly been made while somebody filled a form. */
const mostTold = 20

async function changesSince(tx: Transaction, seen: string): Promise<ChangedMeanwhile[]> {
  const rows = await tx
    .select({ by: staffTable.name, at: auditEvents.createdAt, detail: auditEvents.detail })
    .from(auditEvents)
    .innerJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(
      and(
        eq(auditEvents.action, "settings_changed"),
        gt(auditEvents.createdAt, sql`${seen === "" ? "-infinity" : seen}::timestamptz`),
      ),
    )
    .orderBy(asc(auditEvents.id))
    .limit(mostTold)
  return rows.map(({ detail, ...row }) => ({ ...row, labels: changesIn(detail).map(({ label }) => label) }))
}

/** Sets how often the person is mailed about waiting comments. */
export async function saveCommentMail(staff: Staff, commentMail: CommentMail): Promise<{ ok: boolean }> {
  if (!may(staff, "comments.moderate")) return { ok: false }
  await database().update(staffTable).set({ commentMail }).where(eq(staffTable.id, staff.id))
  return { ok: true }
}
