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

/** `own`: of a story or page that is theirs. */
type Use = { published: boolean; own: boolean }

/**
 * Why somebody may not change what a picture shows and what is said of it; null where they may. Writers change their own
 * while nothing but their own unpublished stories uses them: what readers see changes by an editor alone.
 */
export function whyNotRewrite(
  person: Person,
  medium: Guarded,
  uses: readonly Use[],
): "not-allowed" | "in-use" | null {
  if (!mayChange(person, medium)) return "not-allowed"
  const free = uses.every(({ published, own }) => !published && own)
  return free || may(person, "posts.edit-all") ? null : "in-use"
}
