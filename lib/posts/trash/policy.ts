import { may } from "@/lib/auth/staff"
import { type Guarded, mayEdit, maySee } from "@/lib/posts/policy"

type Person = Parameters<typeof mayEdit>[0]

/** Throwing a story away, once it is none that readers see or editors wait for: writers their own drafts. */
export function mayTrash(person: Person, post: Guarded): boolean {
  if (!mayEdit(person, post)) return false
  return post.status === "draft" || (post.status === "withdrawn" && may(person, "posts.edit-all"))
}

/** Taking a story out of the trash: whoever may throw it there. */
export function mayRestore(person: Person, post: Guarded): boolean {
  return mayTrash(person, { ...post, trashedAt: null })
}

/** Deleting a story that is in the trash at once and for good. */
export function mayDelete(person: Person, post: Guarded): boolean {
  return may(person, "posts.edit-all") && maySee(person, post) && Boolean(post.trashedAt)
}

/** Having the desk's lists leave a story out: whoever may change it. */
export function mayArchive(person: Person, post: Guarded): boolean {
  return mayEdit(person, post)
}
