import { blackoutReasons, rejectionReasons } from "@/lib/comments/reasons"
import type { Verdict } from "@/lib/comments/types"

const reasonsFor: Partial<Record<Verdict | "blacked_out", readonly string[]>> = {
  rejected: rejectionReasons,
  blacked_out: blackoutReasons,
}

/** Whether a decision that needs a reason has none of its own kind: no comment is looked at for one. */
export function lacksReason(decision: Verdict | "blacked_out", reason = ""): boolean {
  return reasonsFor[decision]?.includes(reason) === false
}
