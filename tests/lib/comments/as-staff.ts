import type { staff } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"

/** Signs a row in without a session. Only tests may: elsewhere `requireStaff` is the one maker. */
export function asStaff(row: typeof staff.$inferSelect): Staff {
  const { id, name, email, roles, authorId } = row
  return { id, name, email, roles, authorId, sessionId: "none", hasPasskey: false } as unknown as Staff
}
