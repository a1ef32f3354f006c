import type { AuditSubject } from "@/lib/audit/types"
import { may, type Permission, type Role } from "@/lib/auth/staff"

/** Whom each part of the log concerns. */
const readers: Record<AuditSubject, Permission> = {
  comment: "comments.moderate",
  ban: "comments.moderate",
  // What moderators decide depends on them.
  settings: "comments.moderate",
  post: "posts.edit-all",
  staff: "staff.manage",
  media: "posts.edit-all",
  author: "profiles.manage",
  page: "pages.edit",
  front_page: "posts.edit-all",
  tag: "posts.edit-all",
}

/**
 * What somebody reads of the log.
 * @throws for staff who read nothing of it: their pages never ask
 */
export function readableSubjects(person: { roles: readonly Role[] }): AuditSubject[] {
  if (!may(person, "log.read")) throw new Error("Only those whom the log concerns may see it.")
  return (Object.keys(readers) as AuditSubject[]).filter((subject) => may(person, readers[subject]))
}
