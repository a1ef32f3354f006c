import type { postRevisions } from "@/db/schema/post-revisions"

export type StoredRevision = typeof postRevisions.$inferSelect
export type RevisionKind = StoredRevision["kind"]

type Pointers = { status: string; liveRevisionId: number | null; workingRevisionId: number | null }

/** Whether a published story has newer words that readers do not see yet. */
export function isAhead({ status, liveRevisionId, workingRevisionId }: Pointers): boolean {
  return status === "published" && workingRevisionId !== null && workingRevisionId !== liveRevisionId
}
