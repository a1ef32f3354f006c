import { said } from "../conversation.ts"
import { doc, p } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const bellfieldOpensAtSix: DemoStory = {
  slug: "bellfield-opens-at-six",
  title: "Bellfield baths will open at six",
  standfirst:
    "Early swimming on weekdays starts on Monday, and the family ticket goes down before it goes up.",
  by: "ifeoma-brandt",
  tags: ["news", "around-town"],
  published: { daysAgo: 1, at: "15:30" },
  comments: [
    said("Night shift nurse", "Six! I come off at quarter to. I may cry."),
    said(
      "Dorota",
      "Will there be warm showers at six? Last time they tried this the boiler did not get the letter.",
      said(
        "Ifeoma Brandt",
        "I asked. The boiler will be set for five. I will be there on Monday with a thermometer.",
      ),
    ),
  ],
  body: doc(
    p(
      "Bellfield baths will open at six o’clock on weekday mornings from Monday, an hour and a half earlier than now. Two lanes are kept for people in work clothes who have a bus to catch; the rest of the pool is free for anybody who is awake. [Nadia Ferreira-Quist](/posts/twenty-six-years-at-the-side-of-a-pool) will be at the shallow end, though not, she says, in a mood for conversation.",
    ),
    p(
      "The hour was asked for by staff of the hospital, whose night shift ends at a quarter to. A petition at the desk had 612 names after three weeks, among them, the manager Terry Osei says, ‘at least two I could not read because the paper was wet’.",
    ),
    p(
      "For the first eight weeks a family ticket bought before eight in the morning costs £9 instead of £19, for up to two adults and three children. After that the council will look at the numbers. Children under eight must have an adult in the water with them, at six as at any other time.",
    ),
    p(
      "The café opens at seven. Ms Osei-Grant, who runs it, is not related to the manager and would like people to stop asking. She is, she says, thinking about toast.",
    ),
  ),
}
