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
