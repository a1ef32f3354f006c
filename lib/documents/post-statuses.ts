/** Where a story can stand, in the order of its way to readers. */
export const postStatuses = [
  "draft",
  "in_review",
  "changes_asked",
  "approved",
  "scheduled",
  "published",
  "withdrawn",
] as const

export type PostStatus = (typeof postStatuses)[number]

/** Where a story stands while it is its writer's to change: no editor has approved it, and readers have never had it. */
export const writersStatuses: readonly PostStatus[] = ["draft", "in_review", "changes_asked"]
