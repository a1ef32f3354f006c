/** What readers are told of a change of a story. */
export type StoryCorrection = {
  id: number
  kind: "correction" | "clarification"
  place: "top" | "foot"
  body: string
  createdAt: string
}

export const correctionWords: Record<StoryCorrection["kind"], string> = {
  correction: "Correction",
  clarification: "Clarification",
}
