import { said } from "../conversation.ts"
import { doc, p } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const foundOneTortoise: DemoStory = {
  slug: "found-one-tortoise",
  title: "Found on Tanner’s Row: one tortoise, unhurried",
  standfirst:
    "He has a chip in his shell, a taste for dandelions and no papers. Nine families have come forward.",
  by: "mateusz-orrell",
  tags: ["news", "outdoors"],
  published: { daysAgo: 22, at: "11:45" },
  commentsClosed: true,
  comments: [
    said(
      "Priya (7)",
      "He is called Gordon. I know because I asked him a lot of names and he blinked at Gordon.",
    ),
    said(
      "Number 22",
      "He has been coming through our hedge since we bought the house. We thought that he was yours.",
      said("Number 24", "We thought he was yours!"),
    ),
    said(
      "Bernadette Voss",
      "It is Admiral. I had him from my aunt in 1971 and he left in the hot summer. I am coming with a lettuce.",
    ),
    said(
      "Mateusz Orrell",
      "It was Admiral. He knew the lettuce. We are closing the comments here as the matter is settled and Priya has been given visiting rights.",
    ),
  ],
  body: doc(
    p(
      "A tortoise was found on Monday on the pavement outside 31 Tanner’s Row, heading east. He is about thirty centimetres long, with an old chip at the back of his shell that has been smoothed over by many years of hedges.",
    ),
    p(
      "Mrs Fairclough, whom readers know from [the repair table](/posts/the-repair-table), nearly stepped on him with the shopping. She has put him in her bath with some dandelions and rung the vet, the police and this magazine, in that order. The vet, Dr Sunniva Oye, puts him at sixty or more, and in better health than she is.",
    ),
    p(
      "By Wednesday nine families had come to the door. None of them had lost a tortoise lately. Four had lost one at some time, two would simply like one, and three have regularly fed one which they had taken for next door’s.",
    ),
    p(
      "If he is yours, call on Mrs Fairclough after four and be ready to describe the chip. Bring proof, or lettuce.",
    ),
  ),
}
