import type { Staff } from "@/lib/auth/staff"
import type { Verdict } from "@/lib/comments/types"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import type { Judgement } from "@/lib/moderation/decisions/judgement"
import type { DecisionOutcome, Earlier, Seen } from "@/lib/moderation/decisions/types"

type Case = { comment: Candidate; staff: Staff; seen?: Pick<Seen, "standing"> }

/** The answer to a single decision that leaves the comment as it is. */
export function unchanged(
  judgement: Exclude<Judgement, "changes">,
  { comment, staff, seen }: Case,
): DecisionOutcome {
  const { current, heldBy, status } = comment
  const earlier = current ? earlierOf(current, staff) : undefined
  switch (judgement) {
    case "already":
      // Somebody else decided the same meanwhile, or nothing was left to decide.
      return current && current.id !== seen?.standing
        ? { ok: true, status, eventId: current.id, earlier }
        : { ok: true, status, eventId: current?.id ?? null }
    case "decided":
      return { ok: false, reason: "decided", earlier }
    case "open":
      return { ok: false, reason: "leased", earlier: heldBy ? openedBy(heldBy) : undefined }
    case "appealed":
      return { ok: false, reason: "own-decision" }
    default:
      return { ok: false, reason: judgement }
  }
}

function openedBy({ name, until }: NonNullable<Candidate["heldBy"]>): Earlier {
  return { name, did: "opened", at: until }
}

/** What a colleague did; of one's own earlier decisions nothing is said. */
export function earlierOf(
  event: { staffId: number | null; by: string; verdict: Verdict | "undone"; at: Date },
  staff: Staff,
): Earlier | undefined {
  return event.staffId === staff.id ? undefined : { name: event.by, did: event.verdict, at: event.at }
}
