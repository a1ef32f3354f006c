import { may, type Role } from "@/lib/auth/staff"
import { type PostStatus, writersStatuses } from "@/lib/documents/post-statuses"
import { type CommentMode, isMilder } from "@/lib/settings/comment-modes"

type Person = { id: number; roles: readonly Role[]; authorId: number | null }

/** Whose a story is. */
export type Authored = {
  createdBy: number | null
  /** Whom its bylines name. */
  authorIds: readonly number[]
}

/** What a decision about a story depends on. */
export type Guarded = Authored & {
  status: PostStatus
  trashedAt: Date | null
}

/** Whether somebody may begin a story. */
export function mayWrite(person: Pick<Person, "roles">): boolean {
  return may(person, "posts.write-own") || may(person, "posts.edit-all")
}

/**
 * A story belongs to whoever began it, and to everybody with an account whom its bylines name, for whatever part. Only an
 * editor can credit somebody else: a writer places their own name alone, and on their own stories alone.
 */
export function isOwn(person: Pick<Person, "id" | "authorId">, { createdBy, authorIds }: Authored): boolean {
  const began = createdBy !== null && createdBy === person.id
  return began || (person.authorId !== null && authorIds.includes(person.authorId))
}

/** Editors see every story, writers their own, whatever became of it. */
export function maySee(person: Person, post: Authored): boolean {
  return may(person, "posts.edit-all") || (may(person, "posts.write-own") && isOwn(person, post))
}

/**
 * A writer's story is theirs to change until an editor has approved it, or published it without. Of their published story
 * they write newer words, which only an editor shows to readers. Nobody changes one that is in the trash.
 */
export function mayEdit(person: Person, post: Guarded): boolean {
  if (post.trashedAt) return false
  if (may(person, "posts.edit-all")) return true
  return maySee(person, post) && [...writersStatuses, "published"].includes(post.status)
}

/** Handing a story in: whoever may change it, while readers do not see it. */
export function maySubmit(person: Person, post: Guarded): boolean {
  return mayEdit(person, post) && [...writersStatuses, "withdrawn"].includes(post.status)
}

/** Publishing, changing what is published, and withdrawing it. */
export function mayPublish(person: Pick<Person, "roles">): boolean {
  return may(person, "posts.publish")
}

/** Who may be credited on a story: writers can name themselves alone. */
export function mayChooseAuthor(person: Pick<Person, "roles">): boolean {
  return may(person, "posts.edit-all")
}

/** Whether the front page leaves a story out: whoever arranges it. */
export function mayKeepOff(person: Pick<Person, "roles">): boolean {
  return may(person, "front-page.manage")
}

/**
 * Setting how a published story takes comments, from the queue. Moderators only make it stricter: making it milder is the
 * editors' decision, and so is to follow the publication again, whose mode can become milder.
 * @param change `null` where the publication's mode holds, which is `site`
 */
export function maySetCommentMode(
  person: Pick<Person, "roles">,
  { status }: Pick<Guarded, "status">,
  { from, to, site }: { from: CommentMode | null; to: CommentMode | null; site: CommentMode },
): boolean {
  if (!may(person, "comments.moderate") || status !== "published") return false
  const [was, becomes] = [from ?? site, to ?? site]
  return may(person, "posts.edit-all") || (!isMilder(becomes, was) && (to !== null || becomes !== was))
}

/** Taking such a change back, which makes the mode milder again: for moderators, their own alone. */
export function mayUndoCommentMode(
  person: Pick<Person, "id" | "roles">,
  change: { staffId: number | null },
): boolean {
  return may(person, "comments.moderate") && (may(person, "posts.edit-all") || change.staffId === person.id)
}
