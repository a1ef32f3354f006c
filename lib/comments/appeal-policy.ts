/** How long an appeal may be, in letters as people count them; the form says so too. */
export const longestAppeal = 2000

/**
 * An appeal that nobody has decided yet, and who made the decision it is against. `openToDecider`: nobody else here can
 * answer it, and the day before a second look by the same person is over.
 */
export type OpenAppeal = { id: number; againstStaffId: number | null; openToDecider: boolean }

/**
 * Whether somebody may decide about a comment, given the appeal against what was decided before. While one is open,
 * whoever made that decision leaves it to somebody else, where there is somebody; everybody else's decision is the
 * answer to it.
 */
export function mayDecideOver(appeal: OpenAppeal | null, staffId: number): boolean {
  return appeal === null || appeal.againstStaffId !== staffId || appeal.openToDecider
}

/** What a decision meant for the appeal it answered: the comment was let out, or the refusal stands. */
export function outcomeOf(decision: { toStatus: string | null }): "granted" | "denied" {
  return decision.toStatus === "rejected" || decision.toStatus === "spam" ? "denied" : "granted"
}
