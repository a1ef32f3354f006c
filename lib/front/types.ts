export type FrontSection = { tagId: number; leadPostId: number | null; size: number }

/** How the front page is arranged. */
export type FrontArrangement = {
  leadPostId: number | null
  /** When the lead stops being one; null where it has no end. */
  leadUntil: Date | null
  sections: FrontSection[]
}

/** The front page as it is edited. */
export type FrontDraft = FrontArrangement & {
  /** The number that the next save is based on; 0 where nobody has saved anything. */
  version: number
  isDraft: boolean
  /** Who saved it last, and when; null where nobody has. */
  saved: { by: string; at: Date } | null
  /** Why readers do not see the story that was chosen as the lead; null where they do, and where none was. */
  leadHidden: "kept-off" | "not-published" | null
  /** The names of sections that have no story to show. */
  emptySections: string[]
}

/** What can be chosen on the front page. */
export type FrontChoices = {
  stories: { id: number; title: string; tagIds: number[] }[]
  tags: { id: number; name: string }[]
}

export type FrontRefusal =
  | "not-allowed"
  | "changed"
  | "story-gone"
  | "story-kept-off"
  | "tag-gone"
  | "tag-twice"
  | "lead-without-tag"
  | "no-draft"

export type FrontOutcome = { ok: true } | { ok: false; reason: FrontRefusal; at?: string }
