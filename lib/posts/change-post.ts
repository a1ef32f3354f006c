import "server-only"
import type { Transaction } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import { mayNotApprove } from "@/lib/posts/approval"
import { barredNow, notifySchedules } from "@/lib/posts/due-stories"
import type { PostInput } from "@/lib/posts/input"
import { onLockedPost, staleOf } from "@/lib/posts/locked-post"
import { noticeTags } from "@/lib/posts/notice-tags"
import { isSamePost } from "@/lib/posts/same-post"
import { type OwnedPost, refuse, type SaveOutcome, type StoredPost, saved } from "@/lib/posts/save-outcome"
import { approvesMore, isNewNote } from "@/lib/posts/step-events"
import { bylinesFor } from "@/lib/posts/story-bylines"
import { type Held, type Wanted, wantedFrom } from "@/lib/posts/wanted"
import type { Proposal, StoryStep } from "@/lib/posts/workflow"
import { findWorkingCopy, isSameCopy, writeWorkingCopy } from "@/lib/posts/working-copy"
import { writePost } from "@/lib/posts/write-post"

/** Which story, and the version of it that the person saw. */
export type SeenPost = { id: number; version: number }

type Save = { seen: SeenPost; input: PostInput; step?: StoryStep; publishAt?: Date }
type Rule = (
  post: OwnedPost,
) =>
  | StoredPost["status"]
  | "not-allowed"
  | "not-at-this-step"
  | "is-published"
  | "working-copy"
  | { proposal: Proposal | null }

/** Locks the row, asks the rule about what is locked, and writes; all or nothing. */
export async function changePost(
  staff: Staff,
  { seen, input, step, publishAt }: Save,
  rule: Rule,
): Promise<SaveOutcome> {
  return onLockedPost<SaveOutcome>(staff, seen.id, async ({ tx, changed, post }) => {
    const decided = rule(post)
    if (decided === "not-allowed" || decided === "not-at-this-step") return refuse(decided)
    const { proposal } = typeof decided === "object" ? decided : post
    const status = typeof decided === "object" ? "working-copy" : decided
    const barred = await barredNow(tx, post, { status, publishAt: publishAt ?? null })
    if (barred) return refuse(barred)
    const working = await findWorkingCopy(tx, post)
    const newer = working?.content.bylines
    const bylines = await bylinesFor(tx, staff, { wished: input.bylines, post, newer })
    if (!bylines) return refuse("author-unknown")
    const wanted = { ...wantedFrom(staff, input, { post, working }), bylines }
    if (status === "is-published") return refusePublished(post, seen, await isSamePost(tx, post, wanted))
    const isCopy = status === "working-copy"
    const note = step || status === "published" || publishAt ? (input.note ?? "") : ""
    const sameTime = publishAt === undefined || publishAt.getTime() === post.publishAt?.getTime()
    const present = isCopy ? proposal === post.proposal : status === post.status && sameTime
    // An update of nothing is none, whatever is noted with it.
    const says = step || publishAt ? await isNewNote(tx, { post, staff, note }) : false
    const more = approvesMore(post, step) || says
    if (present && !more && (await isSaved(tx, { post, working, wanted, isCopy })))
      return { ok: true, post: saved(post, working) }
    if (post.version !== seen.version) return staleOf(tx, { staff, post, working })
    if (isCopy) return writeWorkingCopy(tx, { staff, post, wanted, proposal, note })
    const approves = step === "approve"
    if (approves && (await mayNotApprove(tx, { staff, post, wanted }))) return refuse("own-approval")
    // Former and present readers of the notice find out what the address says now.
    changed(...(await noticeTags(tx, [post])))
    const write = async () => {
      if (status === "scheduled") await notifySchedules(tx)
      return writePost(tx, { staff, post, wanted, status, publishAt: publishAt ?? null, approves, note })
    }
    const visible = status === "published" || post.status === "published"
    return visible ? announceStoryChanges({ tx, changed, postId: post.id }, write) : write()
  })
}

type Present = Held & { wanted: Wanted; isCopy: boolean }

/** Whether saving would change nothing; while there are newer words than readers see, publishing always does. */
async function isSaved(tx: Transaction, { post, working, wanted, isCopy }: Present): Promise<boolean> {
  if (working) return isCopy && isSameCopy(post, working, wanted)
  return isSamePost(tx, post, wanted)
}

/** Who had not seen the text that is published has not seen it now: only a save of the same words learns its version. */
function refusePublished(post: StoredPost, seen: SeenPost, same: boolean): SaveOutcome {
  const version = same ? post.version : seen.version
  return { ok: false, reason: "is-published", post: { ...saved(post), version } }
}
