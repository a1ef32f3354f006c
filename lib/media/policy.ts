import { may, type Role } from "@/lib/auth/staff"

type Person = { id: number; roles: readonly Role[] }
type Guarded = { uploadedBy: number | null }

/** Whether somebody may look into the library and add to it. */
export function mayUpload(person: Person): boolean {
  return may(person, "media.upload")
}

/** What is said of a picture, and whether it stays: editors' for every picture, writers' for their own. */
export function mayChange(person: Person, { uploadedBy }: Guarded): boolean {
  return may(person, "posts.edit-all") || (mayUpload(person) && uploadedBy === person.id)
}
