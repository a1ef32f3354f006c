import { may, type Staff } from "@/lib/auth/staff"

/** @throws for staff who decide about no comments: their pages never ask. */
export function mustModerate(staff: Staff): void {
  if (!may(staff, "comments.moderate")) throw new Error("Only moderators may see this.")
}
