import { may, type Role } from "@/lib/auth/staff"

type Person = { roles: readonly Role[]; authorId: number | null }

/** Whether somebody decides about everybody's profile: edits, merges, makes guests. */
export function mayManageProfiles(person: Pick<Person, "roles">): boolean {
  return may(person, "profiles.manage")
}

/** Whether somebody changes this profile: an editor each, others the one over their own name. */
export function mayEditProfile(person: Person, authorId: number): boolean {
  return mayManageProfiles(person) || person.authorId === authorId
}

/** Whether readers know somebody by a profile, or will: who may write gets one with the first story. */
export function hasProfile(person: Person): boolean {
  return person.authorId !== null || may(person, "posts.write-own")
}
