import type { posts } from "@/db/schema/posts"
import type { Missing } from "@/lib/posts/readiness"

export type StoredPost = typeof posts.$inferSelect

/** A story as its editor needs to know it after a change. */
export type SavedPost = Pick<
  StoredPost,
  "id" | "slug" | "status" | "version" | "commentMode" | "updatedAt" | "publishedAt"
>

export type SaveRefusal =
  | { reason: "not-found" | "not-allowed" | "author-unknown" | "slug-taken" | "slug-reserved" }
  | { reason: "picture-gone" | "body-picture-gone" | Missing }
  /** `post`: as it is published; its version is that of the same words, or else the one that the person saw. */
  | { reason: "is-published"; post: SavedPost }
  /** Somebody saved meanwhile, or the same person elsewhere (`own`); `post` is what they made of it. */
  | { reason: "stale"; by: string | null; own: boolean; post: SavedPost }

export type SaveOutcome = { ok: true; post: SavedPost } | ({ ok: false } & SaveRefusal)

/** What is told of a row that was written. */
export function saved(post: StoredPost): SavedPost {
  const { id, slug, status, version, commentMode, updatedAt, publishedAt } = post
  return { id, slug, status, version, commentMode, updatedAt, publishedAt }
}

export const refuse = (
  reason: Exclude<SaveRefusal["reason"], "stale" | "is-published">,
): SaveOutcome & { ok: false } => ({
  ok: false,
  reason,
})
