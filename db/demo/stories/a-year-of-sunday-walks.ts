import { doc, h2, p } from "../document.ts"
import type { DemoStory } from "../story.ts"

/** Begun by the writer and not yet shown to anybody. */
export const aYearOfSundayWalks: DemoStory = {
  slug: "a-year-of-sunday-walks",
  title: "A year of Sunday walks: where the pavement ends",
  standfirst: "",
  by: "hyunju-pask",
  tags: ["outdoors"],
  published: "draft",
  body: doc(
    p(
      "My older son has decided that we’ll walk every street in Wenlow, on Sundays, and colour it in on the map. He has counted them. There are 214, and he is eleven now and will be thirteen.",
    ),
    p(
      "We began with the ones that are called after trades, because there are most of those: Chandler, Cooper, Tanner, Tenter. Nobody on them does any of it.",
    ),
    h2("What we found on the first six"),
    p("(the goat; the man who waters the pavement; ask R. whether I may mention the piano)"),
  ),
}
