import { may, type Role } from "@/lib/auth/staff"

type Person = { id: number; roles: readonly Role[] }
type Guarded = { uploadedBy: number | null }

/** Whether somebody may look into the library and add to it. */
export function mayUpload(person: Person): boolean {
  return may(person, "media.upload")
}

/** Whether a picture stays: editors decide for every picture, writers for their own. */
export function mayChange(person: Person, { uploadedBy }: Guarded): boolean {
  return may(person, "posts.edit-all") || (mayUpload(person) && uploadedBy === person.id)
}

/** Whose portrait somebody may choose: editors everybody's, others the one over their own name. */
export function mayChangePortrait(person: Person & { authorId: number | null }, authorId: number): boolean {
  return may(person, "posts.edit-all") || (mayUpload(person) && person.authorId === authorId)
}

/** `open`: of words that are still their writer's to change; `own`: of a story or page that is theirs. */
type Use = { open: boolean; own: boolean }

/**
 * Why somebody may not change what a picture shows and what is said of it; null where they may. Writers change their own
 * while nothing but stories of theirs that are still in their hands uses them: what an editor has approved, and what readers
 * see, changes by an editor alone.
 */
export function whyNotRewrite(
  person: Person,
  medium: Guarded,
  uses: readonly Use[],
): "not-allowed" | "in-use" | null {
  if (!mayChange(person, medium)) return "not-allowed"
  const free = uses.every(({ open, own }) => open && own)
  return free || may(person, "posts.edit-all") ? null : "in-use"
}
