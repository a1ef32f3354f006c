import type { SaveRefusal } from "@/lib/posts/save-outcome"
import type { TrashRefusal } from "@/lib/posts/trash-types"

/** What can be done with several stories of a list at once. */
export const bulkActs = [
  "trash",
  "restore",
  "delete",
  "archive",
  "unarchive",
  "tag",
  "untag",
  "unpublish",
] as const

export type BulkAct = (typeof bulkActs)[number]

/** What takes it back, where something does. */
export const undoOf: Partial<Record<BulkAct, BulkAct>> = {
  trash: "restore",
  restore: "trash",
  archive: "unarchive",
  unarchive: "archive",
  tag: "untag",
}

export type BulkRefusal = TrashRefusal | SaveRefusal["reason"] | "newer-words" | "too-many-tags"

export type BulkResult = {
  /** Stories that were changed. */
  done: number[]
  /** How many were as wanted already. */
  same: number
  /** How many were refused, by why. */
  left: Partial<Record<BulkRefusal, number>>
}
