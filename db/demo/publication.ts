/** The magazine's settings, keys of `lib/settings/shape.ts`. */
export const publication = {
  publicationName: "Half Past Three",
  tagline: "The family magazine of Wenlow and the villages upriver",
  description:
    "Half Past Three is written by parents, grandparents, childminders and now and then a twelve-year-old. We report on what families in Wenlow use, lose, argue about and cook, and we print nothing about a child without asking the child.",
  language: "en",
  timeZone: "Europe/London",
  newsletterHeading: "The Friday letter",
  newsletterPitch:
    "One message every Friday afternoon: the week’s stories, what is on at the weekend and a supper that works. No tracking, no sponsors, and a link at the foot that lets you leave.",
}

/** Tags by their slug. */
export const demoTags = {
  "around-town": "Around town",
  school: "School",
  "at-home": "At home",
  food: "Food",
  outdoors: "Outdoors",
  people: "People",
  "how-to": "How to",
  news: "News",
} as const

export type TagSlug = keyof typeof demoTags
