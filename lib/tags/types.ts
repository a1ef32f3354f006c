export type TagRefusal =
  | "not-allowed"
  | "unknown"
  | "changed"
  | "name-taken"
  | "address-taken"
  | "itself"
  | "used"
  | "placed"

export type TagOutcome = { ok: true } | { ok: false; reason: TagRefusal; field?: "name" | "slug" | "into" }

/** A tag as the desk lists it. */
export type DeskTag = {
  id: number
  slug: string
  name: string
  description: string
  position: number | null
  /** Names what is saved of it: another after each change. */
  version: string
  /** How many stories have it, and how many of these readers see. */
  stories: number
  published: number
}
