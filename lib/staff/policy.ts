import { may } from "@/lib/auth/staff"
import type { Actor } from "@/lib/staff/types"

export function mayManageStaff(actor: Actor): boolean {
  return actor === "operator" || may(actor, "staff.manage")
}
