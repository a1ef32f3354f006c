import { may, type Role } from "@/lib/auth/staff"

type Person = { id: number; roles: readonly Role[] }

export type PostStatus = "draft" | "in_review" | "scheduled" | "published" | "withdrawn"

/** What a decision about a story depends on. */
export type Guarded = { createdBy: number | null; status: PostStatus }

/** Whether somebody may begin a story. */
export function mayWrite(person: Person): boolean {
  return may(person, "posts.write-own") || may(person, "posts.edit-all")
}

/** Editors see every story, writers what they made themselves, whatever became of it. */
export function maySee(person: Person, post: Guarded): boolean {
  return may(person, "posts.edit-all") || (may(person, "posts.write-own") && isOwn(person, post))
}

/** A writer's story is theirs to change until an editor has published it. */
export function mayEdit(person: Person, post: Guarded): boolean {
  if (may(person, "posts.edit-all")) return true
  return maySee(person, post) && (post.status === "draft" || post.status === "in_review")
}

/** Handing a story in: whoever may change it, while readers do not see it. */
export function maySubmit(person: Person, post: Guarded): boolean {
  return mayEdit(person, post) && post.status !== "published" && post.status !== "scheduled"
}

/** Publishing, changing what is published, and withdrawing it. */
export function mayPublish(person: Person): boolean {
  return may(person, "posts.publish")
}

/** Whose name stands over a story: a writer's own is all a writer can give. */
export function mayChooseAuthor(person: Person): boolean {
  return may(person, "posts.edit-all")
}

/** Setting how a story takes comments from the queue: what readers do not see has nothing to hold or close. */
export function maySetCommentMode(person: Person, { status }: Pick<Guarded, "status">): boolean {
  return may(person, "comments.moderate") && status === "published"
}

function isOwn(person: Person, post: Guarded): boolean {
  return post.createdBy !== null && post.createdBy === person.id
}
