import type { staff } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"

/** Signs a row in without a session. Only tests may: elsewhere `requireStaff` is the one maker. */
export function asStaff(row: typeof staff.$inferSelect): Staff {
  const { id, name, email, roles, authorId } = row
  return { id, name, email, roles, authorId, sessionId: "00000000-0000-0000-0000-000000000000" } as Staff
}
