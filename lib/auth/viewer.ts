import "server-only"
import type { Permission, Staff } from "@/lib/auth/staff"

/**
 * The signed-in member of staff, found from the session's row on every call. A stranger is sent to
 * sign-in; someone whose roles do not grant `permission` gets the forbidden page.
 */
export async function requireStaff(permission?: Permission): Promise<Staff> {
  throw new Error(`Sign-in is not built: ${permission}`)
}
