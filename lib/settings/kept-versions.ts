/** How long versions of stories are kept that nobody named and readers never saw. */
export const keptVersionsRules = ["90-days", "year", "for-ever"] as const

export type KeptVersionsRule = (typeof keptVersionsRules)[number]

export const keptVersionsWords: Record<KeptVersionsRule, string> = {
  "90-days": "90 days",
  year: "A year",
  "for-ever": "For ever",
}

/** In days; null keeps them for ever. */
export const keptVersionsDays: Record<KeptVersionsRule, number | null> = {
  "90-days": 90,
  year: 365,
  "for-ever": null,
}
