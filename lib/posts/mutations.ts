import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { lock, lockShared } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { changePost, type SeenPost } from "@/lib/posts/change-post"
import type { PostInput } from "@/lib/posts/input"
import { metadataOf } from "@/lib/posts/metadata"
import { mayEdit, mayPublish, mayWrite } from "@/lib/posts/policy"
import { firstWriter } from "@/lib/posts/save-bylines"
import { refuse, type SaveOutcome, saved } from "@/lib/posts/save-outcome"
import { bylinesFor } from "@/lib/posts/story-bylines"
import { keptOff } from "@/lib/posts/wanted"
import { afterStep, type StoryStep } from "@/lib/posts/workflow"
import { writePost } from "@/lib/posts/write-post"

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
export async function saveDraft(staff: Staff, seen: SeenPost, input: PostInput): Promise<SaveOutcome> {
  return changePost(staff, { seen, input }, (post) => {
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
  seen: SeenPost,
  { step, ...input }: PostInput & { step: StoryStep },
): Promise<SaveOutcome> {
  if (step === "send-back" && !input.note) return refuse("note-missing")
  return changePost(staff, { seen, input, step }, (post) => afterStep(staff, post, step))
}

/**
 * Saves a story and shows it to readers at once, or shows them the change of one that is published. The
 * date is set the first time and kept. Doing it twice has one effect.
 */
export async function publishPost(staff: Staff, seen: SeenPost, input: PostInput): Promise<SaveOutcome> {
  return changePost(staff, { seen, input }, (post) =>
    mayPublish(staff) && mayEdit(staff, post) ? "published" : "not-allowed",
  )
}

/**
 * Saves a story and has it go out at a time; of one that is scheduled it changes the words and the time. It goes out in
 * the name of whoever has scheduled it last.
 */
export async function schedulePost(
  staff: Staff,
  seen: SeenPost,
  { publishAt, ...input }: PostInput & { publishAt: Date },
): Promise<SaveOutcome> {
  return changePost(staff, { seen, input, publishAt }, (post) => {
    if (!mayPublish(staff) || !mayEdit(staff, post)) return "not-allowed"
    return post.status === "published" ? "is-published" : "scheduled"
  })
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
