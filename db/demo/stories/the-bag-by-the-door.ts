import { said } from "../conversation.ts"
import { doc, h2, ol, p, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const theBagByTheDoor: DemoStory = {
  slug: "the-bag-by-the-door",
  title: "The bag by the door: a list for the first week of nursery",
  standfirst:
    "What to pack, what to leave at home and what to say at the gate. Compiled from four nurseries, two childminders and a school nurse who has seen what is really in there.",
  by: "rima-tannous-webb",
  tags: ["how-to", "school"],
  published: { daysAgo: 67, at: "06:40" },
  picture: {
    file: "bag-by-the-door.webp",
    alt: "A hallway with a row of coat pegs at two heights; on the lowest hangs a small yellow raincoat, and under it stand a rucksack and a pair of red wellingtons.",
  },
  comments: [
    said(
      "Childminder, Tanner's Row",
      "Please may I add: the spare pants should be pants the child has met before. A strange pair of pants on a hard day is too much.",
      said("Rima Tannous-Webb", "This is exactly why I asked childminders. Added."),
    ),
    said(
      "Amit",
      "I said goodbye four times. On the third he comforted me.",
      said("Jools", "Mine patted my face and said ‘you go work’. She had been there nine minutes."),
      said("Rima Tannous-Webb", "They are often ready a day or two before we are."),
    ),
    said(
      "Bronagh",
      "Twins here. Two bags, two colours, one list on the inside of the door. The list is for their father.",
    ),
    said(
      "Edda",
      "The photograph in the pocket made me cry and it made her laugh. She showed it to a boy and said ‘those are mine’.",
    ),
  ],
  body: doc(
    p(
      "I was a school nurse for nineteen years, and there’s not much that I haven’t taken out of a small rucksack. A whole cooked chicken leg. A kitten, once. Three hundred pounds in an envelope, with the gas bill. What was missing was nearly always the same four things.",
    ),
    p(
      "So here is a list. I took it round to four nurseries and two childminders, and they crossed out about half of what I had put down. Print it, stick it inside the front door, and ignore what doesn’t fit your child.",
    ),
    h2("In the bag"),
    ul(
      "**Two complete changes of clothes**, each in its own cloth bag with the name on: pants, vest, socks, trousers, top. Two, because the first accident comes before ten and the second just after you have relaxed.",
      "**Shoes they can do themselves.** Not shoes they’ll be able to do by summer.",
      "**A sun hat or a woolly hat.** They will go outside whatever it’s doing.",
      "**Something that smells of home**: a cloth, a bear, your old T-shirt. If there is only one in the world, cut it in half and sew up both edges. I’ve seen the search parties.",
      "**A photograph in the pocket**, of everyone who lives with you, including the cat.",
      "**Any medicine, in its box**, with a form. Hand it to a person, not to the peg.",
    ),
    h2("Not in the bag"),
    ul(
      "Toys with parts.",
      "A new water bottle with a lid that took *you* three goes.",
      "Grapes, unless they are cut lengthwise into quarters; the same goes for small tomatoes. It’s the shape that does it. Nuts, ever.",
      "Anything that you would mind not seeing again.",
    ),
    h2("The week before"),
    ol(
      "Walk the way, at the time, twice. Let them find something on it that is theirs: a cat, a drain that gurgles.",
      "Bring bedtime back by a quarter of an hour every other day. It’s dull, and nothing else on this page does as much.",
      "Practise being left. Twenty minutes at a neighbour’s, with a goodbye. *No slipping out.* A child who has been slipped away from will watch the door for a month.",
      "Tell them who will collect them, and then have that person collect them.",
      "Write the name in everything. In the left shoe put half a sticker and in the right one the other half, so that the picture is whole when they’re on the right feet.",
    ),
    h2("At the gate"),
    p(
      "Decide beforehand how you will say goodbye and do it every day in the same way. A kiss on each hand, closed up in the fist, to keep. Two squeezes and a hoot. Then go. Staff will tell you that crying usually ends before you have reached the corner. They’ll also ring you if it doesn’t, so leave a number that you answer.",
    ),
    p(
      "If you’re the one who is crying, do it round the corner, and know that there’s generally somebody there already. At Little Lanterns they have put out a bench.",
    ),
    h2("The first evenings"),
    p(
      "‘What did you do today?’ gets you ‘nothing’ or ‘played’. They have been good for six hours and have nothing left. Try one of these, at bath time, looking at something else:",
    ),
    ul(
      "Who was funny?",
      "Was there a bit that was too loud?",
      "What did your peg look like?",
      "Who had a plaster, and where?",
    ),
    p(
      "Expect a week or three of furious tea times. They fall apart at home because home will hold. It’s a compliment, though it doesn’t sound like one.",
    ),
    h2("When to worry"),
    p(
      "Tears at the gate for two or three weeks are ordinary. Talk to the nursery if after that the crying goes on for most of the day, if your child stops eating or sleeping, goes silent in a way that isn’t like them, or has started again with something that they had left behind long ago. Ask to come in and watch. A good nursery says yes.",
    ),
    p(
      "And if they run in without looking back, on the first morning, straight to the sand? Then you are allowed ten minutes on the bench as well.",
    ),
  ),
}
