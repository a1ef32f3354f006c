import { said } from "../conversation.ts"
import { doc, p, quote } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const crecheStays: DemoStory = {
  slug: "town-hall-creche-stays",
  title: "The town hall crèche stays open for two more years",
  standfirst: "A vote that was expected to be close was not. Somebody had brought the children.",
  by: "ifeoma-brandt",
  tags: ["news", "around-town"],
  published: { daysAgo: 15, at: "20:10" },
  comments: [
    said(
      "Council watcher",
      "I have seen budgets die in that chamber for thirty years. I have never before seen one saved by a nap.",
    ),
    said(
      "Lorna D.",
      "Thank you to everybody who wrote. I do the accounts there and I had already looked up how to write to the parents. I have deleted the letter.",
    ),
  ],
  body: doc(
    p(
      "The crèche on the ground floor of the town hall will stay open for at least two years. The council voted by 17 to 4 on Tuesday evening to take its £62,000 a year out of the list of savings, after a debate that lasted for eleven minutes.",
    ),
    p(
      "Twenty-four children have a place there, most of them with parents who work shifts at the hospital, the depot and the laundry. It opens at half past six, earlier than any nursery in Wenlow.",
    ),
    p(
      "The families had been told that they could address the meeting for three minutes. They sent Aleksandra Duda, who drives [the number 9](/posts/nine-things-for-a-wet-saturday), and who came straight from work with her daughter asleep on her shoulder.",
    ),
    quote("I had written something, but I can’t get at it without waking her. You can all see what it says."),
    p(
      "Councillor Hugh Maberly, who had proposed the saving, voted for it to be withdrawn. The money is to come from the fund for new signs.",
    ),
  ),
}
