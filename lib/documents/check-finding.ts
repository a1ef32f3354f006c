export const overridableKinds = ["placeholder", "heading-order", "dead-link", "standfirst-missing"] as const

/** What whoever may publish can publish in spite of, having been shown it. */
export type OverridableKind = (typeof overridableKinds)[number]

/** What keeps a text from its readers. */
export type CheckFinding = {
  kind: OverridableKind
  field: "title" | "standfirst" | "body"
  /** The words that it is about, or the address of a link; none where they are missing. */
  words: string
}
