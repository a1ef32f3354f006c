import type { authors } from "@/db/schema/authors"
import type { Picture } from "@/lib/media/types"

/** What is shown of an author. */
export type Profile = {
  slug: string
  name: string
  kind: (typeof authors.$inferSelect)["kind"]
  title: string
  bio: string
  pronouns: string
  pronunciation: string
  /** Addresses elsewhere. */
  links: string[]
  /** The portrait, from the library. */
  portrait: Picture | null
  /** Of an author without one: its address on this site, or empty. */
  picture: string
}

/** Why a change of a profile was refused. */
export type AuthorRefusal =
  | "not-allowed"
  | "not-found"
  | "changed"
  | "slug-taken"
  | "name-taken"
  | "picture-gone"
  | "anothers-portrait"
  | "same"
  | "publication"
  | "two-accounts"
  | "account-publication"
  | "has-account"
  | "has-stories"

export type AuthorOutcome = { ok: true } | { ok: false; reason: AuthorRefusal }
