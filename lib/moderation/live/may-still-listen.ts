import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { whyNotAnyMore } from "@/lib/auth/still-may"

/** Whether somebody who listens may go on: signed in, and still a moderator. */
export async function mayStillListen(staff: Staff): Promise<boolean> {
  try {
    return (await whyNotAnyMore(staff, "comments.moderate")) === null
  } catch {
    // Database unavailable: keep the stream open.
    return true
  }
}
