/** How long a story stays in the trash before the nightly job deletes it. */
export const trashDays = 30

export type TrashRefusal =
  | "not-found"
  | "not-allowed"
  | "is-published"
  | "is-scheduled"
  | "in-review"
  | "in-trash"
  | "not-in-trash"

export type TrashOutcome = { ok: true; changed: boolean } | { ok: false; reason: TrashRefusal }
