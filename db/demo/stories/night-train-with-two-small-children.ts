import { said } from "../conversation.ts"
import { doc, h2, ol, p, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const nightTrainWithTwoSmallChildren: DemoStory = {
  slug: "night-train-with-two-small-children",
  title: "How to take a night train with two small children",
  standfirst:
    "Eleven hours, four bunks, one potty. Our writer has done it nine times and got it right on the sixth. Everything she knows, in the order in which you will need it.",
  by: "hyunju-pask",
  tags: ["how-to", "outdoors"],
  published: { daysAgo: 35, at: "07:15" },
  picture: {
    file: "night-train.webp",
    alt: "A night train crossing a viaduct under a large moon; all windows are dark but one, which glows yellow and shows two heads, a big one and a small one.",
  },
  comments: [
    said(
      "Wil",
      "Used this list on Friday with a three-year-old and a baby. The sock trick works. The bag of small things lasted until 19.40. Would add: a spare pair of trousers FOR YOU.",
      said("Hyunju Pask", "Wil, I am adding the trousers. I think that I had forgotten on purpose."),
    ),
    said(
      "Bettina",
      "As someone who sleeps in the next compartment for work, twice a month: we do not mind the crying. We mind the door. Please, the door.",
    ),
    said(
      "Ravi",
      "What do you do about the top bunk with a climber? Ours is two and goes up anything.",
      said(
        "Hyunju Pask",
        "We fold it up and tie it with the pram strap before he sees that it is a bunk. If he has seen it, it is too late, and one of you sleeps on the floor with a hand in the air.",
        said("Ravi", "Floor it is."),
      ),
    ),
    said(
      "Ticket collector, retired",
      "Thirty years on that line. Nobody ever thanked me for the jam. I am glad it was noticed.",
    ),
  ],
  body: doc(
    p(
      "My sons believe that going on holiday means waking up somewhere else with your shoes on. We have no car. Twice a year we walk to Wenlow station with a pram that nobody sits in any longer, change at the junction, and get into the sleeper at ten to eight in the evening. At seven the next morning there is sea.",
    ),
    p(
      "People tell me they would love to do it and never could, with theirs. I say that ours were theirs. The first five times were bad. On the sixth I wrote down what had happened and in what order, as I would for a client with a dishwasher, and since then it has gone well. These are the instructions.",
    ),
    h2("Two weeks before"),
    ol(
      "**Book the whole compartment.** Four bunks, even if you are three people. Strangers are often lovely, but they do not want to hear *The Tired Digger* eleven times. On our line a family compartment costs less than two singles; the website hides it under ‘groups’.",
      "**Ask for the middle of the carriage.** At the ends you hear the doors and the lavatory.",
      "**Tell the children about one thing only.** We tell them about the ladder. If you tell them about the ladder, the night, the sea and their cousins, then by the day itself they are already tired of it.",
    ),
    h2("What to pack in the bag that stays with you"),
    p(
      "Your big bag goes on the rack and will not come down again until morning. Act as if it did not exist.",
    ),
    ul(
      "Pyjamas, which go on at home, under the clothes. Nobody should get undressed on a moving train who falls over when standing still.",
      "One thick pair of socks each, for reasons that I will come to.",
      "A head torch with a red light. White light wakes everybody. Red light makes it a submarine.",
      "Two litres of water, and a cup with a lid.",
      "Supper that can be eaten with one hand and has no sauce: rice balls, cold pancakes, boiled eggs, apple already cut up.",
      "A folding potty and four nappy bags, up to the age of about five, even if they are ‘dry’. The corridor at two in the morning is long, cold and full of other people’s elbows.",
      "Eight small things in eight twists of newspaper. A key ring, a new rubber, a walnut with a face. One is opened every half hour from departure to bedtime. It doesn’t matter what is in them. It matters that there is a next one.",
    ),
    h2("The evening"),
    ol(
      "**Board last but one.** If you are first, you will spend the best twenty minutes of their patience standing still.",
      "**Give each child a bunk before they choose.** The younger goes at the bottom with the pram blanket rolled up along the open edge, under the sheet. The older goes opposite. Adults sleep above and come down when called, which they will be.",
      "**Walk the train once, end to end.** Say good evening to the attendant and tell her the children’s names. On our train she comes back with small pots of jam that she says are left over. They aren’t.",
      "**Eat at eight, teeth at half past, blind down at nine.** Not before nine, however tired they look. They are tired and also in a room on wheels. Look out at the lights and name them: farm, farm, factory, moon.",
      "**Now the socks.** Put them on *over the hands* of whichever child cannot settle, and say that the train is holding their hands. I can’t explain this. It was the older one’s idea, when he was four, and he has never been wrong about his brother.",
    ),
    h2("The night"),
    p(
      "You will wake up when the train stops, because everything that hummed has gone quiet. Lie still. It is only a signal or a border of some kind, and the children will sleep through it unless a face appears above them and whispers that everything is all right.",
    ),
    p(
      "If somebody cries, do less than you would at home. The movement will do most of it. Sing if you must, low, and one song only. We have found that neighbours forgive any amount of crying and no amount of slammed door: turn the handle *down*, pull, then let it up.",
    ),
    p(
      "Around four you will be awake for no reason, looking at the ceiling, with a small foot against your ear. This is the part I would not swap for a hotel. Everyone you love is in a box two metres wide and being carried.",
    ),
    h2("The morning"),
    ul(
      "Set an alarm for forty minutes before arrival. It takes all forty.",
      "Clothes go on over the pyjamas, as they came off. Wash nothing but eyes.",
      "Count: children, shoes, rabbit, tickets, potty. In that order. We once had a very fast conversation through a window with a man on a platform who was holding the rabbit.",
      "Let them carry something out that matters. Ours carry the empty water bottles, and feel that they have brought us here.",
    ),
    p(
      "Then stand on the platform for a minute before you look at the map. It smells of salt and brakes. The train that was your bedroom is already pulling out, with somebody else’s morning in it, and in my experience one of your children will wave at it until it is gone.",
    ),
  ),
}
