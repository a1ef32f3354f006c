import { may } from "@/lib/auth/staff"
import { type Guarded, maySee } from "@/lib/posts/policy"

type Person = Parameters<typeof maySee>[0]

/** Showing a story to somebody outside: those who see it at the desk. */
export function mayShare(person: Person, post: Guarded): boolean {
  return maySee(person, post)
}

/** Ending a link: editors every link, others those that they made. */
export function mayRevoke(person: Person, link: { createdBy: number }): boolean {
  return may(person, "posts.edit-all") || link.createdBy === person.id
}
