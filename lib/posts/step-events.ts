import "server-only"
import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { recordEvents } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { tellOfStep } from "@/lib/posts/step-recipients"
import type { StoryStep } from "@/lib/posts/workflow"

type Decided = {
  staff: Staff
  before: StoredPost
  after: StoredPost
  /** For whom it concerns; empty without one. */
  note: string
}

/**
 * A decision is a row of its own, in the transaction of its effect, and whom it concerns gets a message. Saving a draft
 * decides nothing, unless it comes with a note.
 */
export async function recordStep(tx: Transaction, decided: Decided): Promise<void> {
  const { staff, before, after, note } = decided
  const step = actionOf(before, after)
  const action = step ?? (note ? again(after) : null)
  if (!action) return
  const isProposal = after.status === "published" && ofProposal.includes(action)
  const detail = {
    ...(note ? { note } : {}),
    ...(step ? {} : { again: true }),
    ...(isProposal ? { proposal: true } : {}),
    ...(action === "post_scheduled" ? { publishAt: after.publishAt?.toISOString() ?? "" } : {}),
  }
  const [event] = await recordEvents(tx, [
    {
      postId: after.id,
      staffId: staff.id,
      action,
      fromStatus: before.status,
      toStatus: after.status,
      version: after.version,
      detail,
    },
  ])
  if (event) await tellOfStep(tx, { staff, post: after, action, note, eventId: event.id })
}

/** Whether a note says something that the story's last event does not say already in the same person's name. */
export async function isNewNote(
  tx: Transaction,
  { post, staff, note }: { post: StoredPost; staff: Staff; note: string },
): Promise<boolean> {
  if (note === "") return false
  const [last] = await tx
    .select({ staffId: auditEvents.staffId, detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.postId, post.id))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  return last?.staffId !== staff.id || last.detail.note !== note
}

/** Whether a step says more than where the story stands: these words were not approved yet. */
export function approvesMore(post: StoredPost, step: StoryStep | undefined): boolean {
  return step === "approve" && post.approvedRevisionId !== post.workingRevisionId
}

type State = Pick<StoredPost, "status" | "proposal" | "approvedRevisionId" | "liveRevisionId" | "publishAt">

function actionOf(from: State, to: State): AuditAction | null {
  if (from.status === "published" && to.status === "published") {
    if (from.liveRevisionId !== to.liveRevisionId) return "post_updated"
    return from.proposal === to.proposal ? null : proposed[to.proposal ?? "none"]
  }
  if (to.status === "published") return "post_published"
  if (to.status === "scheduled") {
    return from.publishAt?.getTime() === to.publishAt?.getTime() ? null : "post_scheduled"
  }
  if (from.status === "scheduled") return "post_unscheduled"
  if (from.status === "published") return "post_unpublished"
  if (from.status === to.status) {
    const approved = to.status === "approved" && from.approvedRevisionId !== to.approvedRevisionId
    return approved ? "post_approved" : null
  }
  return moved[to.status] ?? null
}

/** What is recorded of a second note where a story stands. */
function again({ status, proposal }: State): AuditAction | null {
  return (status === "published" && proposal ? proposed[proposal] : moved[status]) ?? null
}

const moved: Partial<Record<StoredPost["status"], AuditAction>> = {
  draft: "post_taken_back",
  withdrawn: "post_taken_back",
  in_review: "post_submitted",
  changes_asked: "post_sent_back",
  approved: "post_approved",
  scheduled: "post_scheduled",
}

const proposed = {
  in_review: "post_submitted",
  changes_asked: "post_sent_back",
  none: "post_taken_back",
} as const satisfies Record<string, AuditAction>

const ofProposal: readonly AuditAction[] = Object.values(proposed)
