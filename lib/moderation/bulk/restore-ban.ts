import "server-only"
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { bans } from "@/db/schema/moderation"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"

/** Undoes what a batch did to a ban: one that it made is gone again, and one that it lifted stands again. */
export async function restoreBan(
  tx: Transaction,
  { staff, batchId }: { staff: Staff; batchId: number },
): Promise<void> {
  const [decision] = await tx
    .select({ id: auditEvents.id, action: auditEvents.action, banId: auditEvents.banId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.batchId, batchId),
        inArray(auditEvents.action, ["banned", "ban_lifted"]),
        isNotNull(auditEvents.banId),
      ),
    )
  if (!decision?.banId) return
  const it = eq(bans.id, decision.banId)
  const restored =
    decision.action === "banned"
      ? await tx
          .delete(bans)
          .where(and(it, isNull(bans.liftedAt)))
          .returning({ id: bans.id })
      : await tx.update(bans).set({ liftedAt: null }).where(it).returning({ id: bans.id })
  if (restored.length === 0) return
  // Of no comment: what the ban was about is not what happened to the comment.
  await recordEvent(tx, {
    staffId: staff.id,
    action: "undone",
    undoes: decision.id,
    banId: decision.banId,
    batchId,
  })
}
