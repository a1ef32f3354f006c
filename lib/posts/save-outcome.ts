import type { posts } from "@/db/schema/posts"
import type { CheckFinding } from "@/lib/documents/check-finding"
import type { TimeRefusal } from "@/lib/posts/publish-time"
import type { Missing } from "@/lib/posts/readiness"
import { isAhead, type StoredRevision } from "@/lib/posts/revision-types"

export type StoredPost = typeof posts.$inferSelect

/** With those whom its bylines name. */
export type OwnedPost = StoredPost & { authorIds: number[] }

/** A story as its editor needs to know it after a change. */
export type SavedPost = Pick<
  StoredPost,
  | "id"
  | "slug"
  | "status"
  | "version"
  | "commentMode"
  | "updatedAt"
  | "publishedAt"
  | "publishAt"
  | "proposal"
> & {
  /** Whether there are newer words than readers see. */
  unseen: boolean
}

/** The newest words of a published story that readers do not see yet. */
export type WorkingCopy = Pick<StoredRevision, "content" | "staffId" | "savedAt">

export type SaveRefusal =
  | { reason: "not-found" | "not-allowed" | "in-trash" | "author-unknown" | "slug-taken" | "slug-reserved" }
  | {
      reason:
        | "not-at-this-step"
        | "note-missing"
        | "own-approval"
        | "approval-missing"
        | "others-words"
        | "too-many-named"
    }
  | { reason: "picture-gone" | "body-picture-gone" | Missing | TimeRefusal }
  /** The checklist found what nobody has overridden. */
  | { reason: "checklist"; findings: CheckFinding[] }
  /** `post`: as it is published; its version is that of the same words, or else the one that the person saw. */
  | { reason: "is-published"; post: SavedPost }
  /** Somebody saved meanwhile, or the same person elsewhere (`own`); `post` is what they made of it. */
  | { reason: "stale"; by: string | null; own: boolean; post: SavedPost }

/** `changed` is false where nothing had to be done. */
export type SaveOutcome = { ok: true; post: SavedPost; changed?: false } | ({ ok: false } & SaveRefusal)

/** What is told of a row that was written, and of newer words that readers do not see. */
export function saved(post: StoredPost, working: WorkingCopy | null = null): SavedPost {
  const { id, slug, status, version, publishedAt, publishAt, proposal } = post
  const { commentMode = post.commentMode } = working?.content ?? {}
  const updatedAt = working?.savedAt ?? post.updatedAt
  const unseen = isAhead(post)
  return { id, slug, status, version, commentMode, updatedAt, publishedAt, publishAt, proposal, unseen }
}

export const refuse = (
  reason: Exclude<SaveRefusal["reason"], "stale" | "is-published" | "checklist">,
): SaveOutcome & { ok: false } => ({
  ok: false,
  reason,
})
