import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock, lockShared } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import { mayNotApprove } from "@/lib/posts/approval"
import { barredNow, notifySchedules } from "@/lib/posts/due-stories"
import type { PostInput } from "@/lib/posts/input"
import { onLockedPost, staleOf } from "@/lib/posts/locked-post"
import { metadataOf, type StoryMetadata } from "@/lib/posts/metadata"
import { noticeTags } from "@/lib/posts/notice-tags"
import { mayEdit, mayKeepOff, mayPublish, mayWrite } from "@/lib/posts/policy"
import { firstWriter } from "@/lib/posts/save-bylines"
import {
  type OwnedPost,
  refuse,
  type SaveOutcome,
  type StoredPost,
  saved,
  type WorkingCopy,
} from "@/lib/posts/save-outcome"
import { approvesMore, isNewNote } from "@/lib/posts/step-events"
import { bylinesFor } from "@/lib/posts/story-bylines"
import { afterStep, type Proposal, type StoryStep } from "@/lib/posts/workflow"
import { findWorkingCopy, isSameCopy, writeWorkingCopy } from "@/lib/posts/working-copy"
import { isSame, type Wanted, writePost } from "@/lib/posts/write-post"

/** Which story, and the version of it that the person saw. */
type Seen = { id: number; version: number }

/**
 * Begins a draft. `key` names the new story on the page that sends it: the same key from the same person is the same
 * draft however often and however late it comes, answered with the version that began it, so that a save of other words
 * over later ones is refused as stale.
 */
export async function createDraft(
  staff: Staff,
  input: PostInput,
  key: string = randomUUID(),
): Promise<SaveOutcome> {
  if (!mayWrite(staff)) return refuse("not-allowed")
  return transaction<SaveOutcome>(async (tx) => {
    // One at a time for each person, so that a second click finds what the first has made.
    await lock(tx, "draft", String(staff.id))
    const [begun] = await tx
      .select()
      .from(posts)
      .where(and(eq(posts.createdBy, staff.id), eq(posts.draftKey, key)))
    if (begun) return { ok: true, post: { ...saved(begun), version: 1 } }
    await lockShared(tx, "bylines")
    const bylines = await bylinesFor(tx, staff, { wished: input.bylines, post: null })
    if (!bylines) return refuse("author-unknown")
    const [made] = await tx
      .insert(posts)
      .values({
        // Until `writePost` has chosen one.
        slug: `new-${randomUUID()}`,
        draftKey: key,
        body: input.body,
        authorId: firstWriter(bylines),
        createdBy: staff.id,
        version: 0,
      })
      .returning()
    if (!made) throw new Error("The database gave no story back.")
    const outcome = await writePost(tx, {
      staff,
      post: made,
      wanted: { ...input, ...metadataOf(input), bylines, offFrontPage: keptOff(staff, input, false) },
      status: "draft",
    })
    if (!outcome.ok) throw new Refused(outcome)
    return outcome
  }).catch(answerRefused)
}

/**
 * Saves what readers do not see yet. Of a published story it saves newer words beside those that readers see, which
 * `publishPost` alone changes.
 */
export async function saveDraft(staff: Staff, seen: Seen, input: PostInput): Promise<SaveOutcome> {
  return change(staff, { seen, input }, (post) => {
    if (!mayEdit(staff, post)) return "not-allowed"
    return post.status === "published" ? "working-copy" : post.status
  })
}

/**
 * Saves a story and moves it between its writer and its editors, with a note for whom it concerns. Of a published story
 * the newer words are moved; those that readers see stay as they are.
 */
export async function takeStep(
  staff: Staff,
  seen: Seen,
  { step, ...input }: PostInput & { step: StoryStep },
): Promise<SaveOutcome> {
  if (step === "send-back" && !input.note) return refuse("note-missing")
  return change(staff, { seen, input, step }, (post) => afterStep(staff, post, step))
}

/**
 * Saves a story and shows it to readers at once, or shows them the change of one that is published. The
 * date is set the first time and kept. Doing it twice has one effect.
 */
export async function publishPost(staff: Staff, seen: Seen, input: PostInput): Promise<SaveOutcome> {
  return change(staff, { seen, input }, (post) =>
    mayPublish(staff) && mayEdit(staff, post) ? "published" : "not-allowed",
  )
}

/**
 * Saves a story and has it go out at a time; of one that is scheduled it changes the words and the time. It goes out in
 * the name of whoever has scheduled it last.
 */
export async function schedulePost(
  staff: Staff,
  seen: Seen,
  { publishAt, ...input }: PostInput & { publishAt: Date },
): Promise<SaveOutcome> {
  return change(staff, { seen, input, publishAt }, (post) => {
    if (!mayPublish(staff) || !mayEdit(staff, post)) return "not-allowed"
    return post.status === "published" ? "is-published" : "scheduled"
  })
}

type Save = { seen: Seen; input: PostInput; step?: StoryStep; publishAt?: Date }
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
async function change(
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
    if (status === "is-published") return refusePublished(post, seen, await isSame(tx, post, wanted))
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
  return isSame(tx, post, wanted)
}

type Held = { post: StoredPost; working: WorkingCopy | null }

/** What a story shall be, but for its bylines. Who did not touch the mode keeps what moderators have set meanwhile. */
function wantedFrom(staff: Staff, input: PostInput, { post, working }: Held) {
  const { commentModeSeen, note: _, ...typed } = input
  const { commentMode: mode = post.commentMode, offFrontPage = post.offFrontPage } = working?.content ?? {}
  const touched = commentModeSeen !== undefined && commentModeSeen !== input.commentMode
  return {
    ...typed,
    ...metadataFrom(input, working?.content ?? post),
    commentMode: touched ? input.commentMode : mode,
    offFrontPage: keptOff(staff, input, offFrontPage),
  }
}

/** What a page does not send stays as it is. */
function metadataFrom(input: PostInput, present: Partial<StoryMetadata>): StoryMetadata {
  const sent = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return metadataOf({ ...present, ...sent })
}

/** Whether the front page shall leave a story out: as it is, for those who do not decide that. */
function keptOff(staff: Staff, { offFrontPage }: PostInput, present: boolean): boolean {
  return mayKeepOff(staff) ? (offFrontPage ?? present) : present
}

/** Who had not seen the text that is published has not seen it now: only a save of the same words learns its version. */
function refusePublished(post: StoredPost, seen: Seen, same: boolean): SaveOutcome {
  const version = same ? post.version : seen.version
  return { ok: false, reason: "is-published", post: { ...saved(post), version } }
}

/** Takes back what a refused creation has already written. */
class Refused extends Error {
  constructor(readonly outcome: SaveOutcome) {
    super("refused")
  }
}

function answerRefused(error: unknown): SaveOutcome {
  if (error instanceof Refused) return error.outcome
  throw error
}
