import { may, type Role } from "@/lib/auth/staff"
import type { AuthorRefusal } from "@/lib/authors/types"

type Person = { roles: readonly Role[]; authorId: number | null }

/** Whether somebody decides about everybody's profile: edits, merges, makes guests. */
export function mayManageProfiles(person: Pick<Person, "roles">): boolean {
  return may(person, "profiles.manage")
}

/** Whether somebody changes this profile: an editor each, others their own. */
export function mayEditProfile(person: Person, authorId: number): boolean {
  return mayManageProfiles(person) || person.authorId === authorId
}

type Deletable = { kind: "person" | "publication"; account: unknown; stories: unknown }

/** Why a profile cannot be deleted: only of a guest without a story, also without a draft. Null where it can. */
export function whyNotDelete({ kind, account, stories }: Deletable): AuthorRefusal | null {
  if (kind === "publication") return "publication"
  if (account) return "has-account"
  return stories ? "has-stories" : null
}

/** Whether readers know somebody by a profile, or will: who may write gets one with the first story. */
export function hasProfile(person: Person): boolean {
  return person.authorId !== null || may(person, "posts.write-own")
}
