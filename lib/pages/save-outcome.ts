import { pathOf } from "@/lib/pages/path"
import type { StoredPage } from "@/lib/pages/types"

/** A page as its editor needs to know it after a change. */
export type SavedPage = Pick<
  StoredPage,
  "id" | "slug" | "status" | "version" | "updatedAt" | "publishedAt"
> & { path: string }

export type PageRefusal =
  | "not-found"
  | "not-allowed"
  | "slug-taken"
  | "slug-reserved"
  | "parent-unknown"
  | "parent-nested"
  | "parent-draft"
  | "has-children"
  | "purpose-taken"
  | "picture-gone"
  | "title-missing"
  | "body-missing"
  | "placeholder-left"
  | "alt-missing"
  | "children-published"
  | "is-published"
  | "facts-changed"

export type OtherPage = { id: number; title: string }

export type PageOutcome =
  | { ok: true; page: SavedPage }
  /** `other`: the page that has the purpose already; `words`: what is still to be written, as it stands in the text. */
  | { ok: false; reason: PageRefusal; page?: SavedPage; other?: OtherPage; words?: string }
  /** Somebody saved meanwhile, or the same person elsewhere (`own`); `page` is what they made of it. */
  | { ok: false; reason: "stale"; by: string | null; own: boolean; page: SavedPage }

export const refusePage = (reason: PageRefusal): PageOutcome & { ok: false } => ({ ok: false, reason })

/** What is told of a row that was written. */
export function savedPage(page: StoredPage, parentSlug: string | null): SavedPage {
  const { id, slug, status, version, updatedAt, publishedAt } = page
  return { id, slug, path: pathOf(slug, parentSlug), status, version, updatedAt, publishedAt }
}
