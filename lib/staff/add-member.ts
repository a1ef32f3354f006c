import "server-only"
import { and, isNotNull, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { recordEvent } from "@/lib/audit/mutations"
import type { Role } from "@/lib/auth/staff"

export type Invited = { email: string; name: string; roles: Role[] }

/** Answers `null` for an address that is on the staff. One whose invitation was withdrawn can be invited anew. */
export async function addMember(
  tx: Transaction,
  person: Invited,
  staffId: number | null,
): Promise<number | null> {
  const [row] = await tx
    .insert(staff)
    .values(person)
    .onConflictDoUpdate({
      target: staff.email,
      set: { name: person.name, roles: person.roles, disabledAt: null },
      setWhere: and(isNull(staff.joinedAt), isNotNull(staff.disabledAt)),
    })
    .returning({ id: staff.id })
  if (!row) return null
  const detail = { roles: person.roles.join(", ") }
  await recordEvent(tx, { staffId, memberId: row.id, action: "staff_invited", detail })
  return row.id
}
