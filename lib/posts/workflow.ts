import type { PostStatus } from "@/lib/documents/post-statuses"
import { type Guarded, isOwn, mayEdit, mayPublish, maySubmit } from "@/lib/posts/policy"

/** What moves a story between its writer and its editors. Publishing, scheduling and withdrawing have rules of their own. */
export type StoryStep = "submit" | "take-back" | "send-back" | "approve"

/** Where newer words of a published story stand: handed in to the editors, or sent back by them. */
export type Proposal = "in_review" | "changes_asked"

type Person = Parameters<typeof mayEdit>[0]
/** `publishedAt`: when readers first saw it; null where they never did. */
type Post = Guarded & Known & { proposal: Proposal | null }
type Known = { publishedAt: Date | null }

type Row<State> = {
  /** Where it can stand before. Where it stands already, the step was taken: doing it twice has one effect. */
  from: readonly State[]
  to: State | ((post: Known, person: Person) => State)
  may: (person: Person, post: Guarded) => boolean
}

/** The way of a story until it is approved. */
const workflow: Record<StoryStep, Row<PostStatus>> = {
  submit: { from: ["draft", "changes_asked", "withdrawn"], to: "in_review", may: maySubmit },
  "take-back": { from: ["in_review", "changes_asked"], to: backWith, may: mayTakeBack },
  "send-back": { from: ["in_review", "approved"], to: "changes_asked", may: mayDecide },
  approve: { from: ["in_review", "changes_asked"], to: "approved", may: mayDecide },
}

/** The way of a proposed change of a published story; an editor who agrees publishes it. */
const proposals: Record<Exclude<StoryStep, "approve">, Row<Proposal | null>> = {
  submit: { from: [null, "changes_asked"], to: "in_review", may: mayPropose },
  "take-back": { from: ["in_review", "changes_asked"], to: null, may: mayTakeBack },
  "send-back": { from: ["in_review"], to: "changes_asked", may: mayDecide },
}

type Refused = "not-allowed" | "not-at-this-step" | "is-published"

/** Where a step leads a story, or the newer words of a published one; or why it leads nowhere. */
export function afterStep(
  person: Person,
  post: Post,
  step: StoryStep,
): PostStatus | { proposal: Proposal | null } | Refused {
  if (post.status !== "published") return follow(workflow[step], { person, post, now: post.status })
  if (!mayEdit(person, post)) return "not-allowed"
  // Those who may publish need no proposal: the story is updated.
  if (step === "approve" || (step === "submit" && mayPublish(person))) return "is-published"
  const proposal = follow(proposals[step], { person, post, now: post.proposal })
  return proposal === "not-allowed" || proposal === "not-at-this-step" ? proposal : { proposal }
}

function follow<State>(
  { from, to, may }: Row<State>,
  { person, post, now }: { person: Person; post: Post; now: State },
): State | Exclude<Refused, "is-published"> {
  if (!may(person, post)) return "not-allowed"
  const goal = typeof to === "function" ? (to as (post: Known, person: Person) => State)(post, person) : to
  return now === goal || from.includes(now) ? goal : "not-at-this-step"
}

/** Where a story rests that is neither on its way nor seen by readers: one that they have seen is no draft any more. */
function atRest({ publishedAt }: Known): "draft" | "withdrawn" {
  return publishedAt === null ? "draft" : "withdrawn"
}

/** In the hands of a writer it is a draft all the same, since they may write in no other. */
function backWith(post: Known, person: Person): PostStatus {
  return mayPublish(person) ? atRest(post) : "draft"
}

/** Where a scheduled story stands that is taken off the schedule: approved still where an editor has approved it. */
export function afterUnscheduling(post: Known & { approvedRevisionId: number | null }): PostStatus {
  return post.approvedRevisionId === null ? atRest(post) : "approved"
}

/** A story, or a change of it, goes back to those whose it is. */
function mayTakeBack(person: Person, post: Guarded): boolean {
  return mayEdit(person, post) && isOwn(person, post)
}

/** A published story's own writers. */
function mayPropose(person: Person, post: Guarded): boolean {
  return mayTakeBack(person, post) && !mayPublish(person)
}

function mayDecide(person: Person, post: Guarded): boolean {
  return mayPublish(person) && mayEdit(person, post)
}
