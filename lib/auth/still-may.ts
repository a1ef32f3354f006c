import "server-only"
import { may, type Permission, type Staff } from "@/lib/auth/staff"
import { findStaffBySession } from "@/lib/auth/viewer"

/**
 * Why somebody may not end what they began a while ago; null where they may. For what takes longer than a request of a form
 * does, such as an upload on a slow line: they may have been suspended, signed out or given other roles meanwhile.
 */
export async function whyNotAnyMore(
  staff: Staff,
  permission: Permission,
): Promise<"signed-out" | "not-allowed" | null> {
  const now = await findStaffBySession(staff.sessionId, { visit: false })
  if (!now) return "signed-out"
  return may(now, permission) ? null : "not-allowed"
}
