import type { SaveRefusal } from "@/lib/posts/save-outcome"

export type DatesRefusal =
  | Extract<SaveRefusal["reason"], "not-found" | "not-allowed" | "in-trash">
  | "is-published"
  | "date-missing"
  | "never-published"
  | "scheduled-before"
  | "time-past"
  | "time-ahead"
  | "time-far"

export type DatesOutcome = { ok: true } | { ok: false; reason: DatesRefusal }
