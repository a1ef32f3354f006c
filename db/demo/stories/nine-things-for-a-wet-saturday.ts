import { wetSaturdayThread } from "../comments/wet-saturday.ts"
import { doc, h2, p, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const nineThingsForAWetSaturday: DemoStory = {
  slug: "nine-things-for-a-wet-saturday",
  title: "Nine things to do on a wet Saturday, and what they really cost",
  standfirst:
    "Tested in the rain, with children of two, five and eleven, by people who had to pay. Bus fares, biscuits and the inevitable second hot chocolate are included.",
  by: "hyunju-pask",
  tags: ["outdoors", "around-town"],
  published: { daysAgo: 58, at: "07:30" },
  picture: {
    file: "wet-saturday.webp",
    alt: "A bus stop in the rain seen from across the road: two small umbrellas and a large one, a red bus with lit windows and puddles full of reflected light.",
  },
  comments: wetSaturdayThread,
  body: doc(
    p(
      "It has rained on five of the last seven Saturdays. We sent out three households with a notebook and told them to write down everything they spent, including what they’d meant not to. Prices are for two adults and two children from the middle of town.",
    ),
    h2("Free, or as good as"),
    p(
      "**The top deck of the number 9, to the end and back.** An hour and fifty minutes, front seat, all the way up to Hask and down in the dark. The five-year-old drove. Bring a cloth for the window. *Cost: £4.80 on a family day ticket, and nothing for the eleven-year-old’s opinion of it.*",
    ),
    p(
      "**Watching washing.** We’re serious. The launderette on Cooper’s Lane has a big drum with a lamp behind it, a bench, and an owner who gives each child a clothes peg to keep. Take the duvets. *Cost: £6, and you own clean duvets.*",
    ),
    p(
      "**The story corner at the library, eleven o’clock.** Forty minutes, three books and a song with actions. Adults must do the actions. *Cost: nothing. A plum from the bowl on the desk is allowed.*",
    ),
    p(
      "**Wenlow lock in flood.** Stand on the upper side with the keeper, who works Saturdays, and watch the brown water climb the gauge. Hold hands; she insists, and she is right. *Cost: nothing, then £7.20 at the tea hatch because you got cold.*",
    ),
    h2("Under ten pounds"),
    p(
      "**The museum of lamps.** Two rooms above the old chandlery with a model of the dye works that lights up street by street, and a stuffed otter of uncertain mood. The lantern room is dark, which one child adored and one did not. *Cost: £5 for a family, valid all year, so the second visit is free. Contains otter.*",
    ),
    p(
      "**Bread with Mrs Popescu.** In the kitchen of Fold Hall, nine to eleven: each child makes a roll in the shape of an animal. Ours made a snail, which worked, and a horse, which became a sofa. *Cost: £2 a child; adults wash up.*",
    ),
    p(
      "**The ringing chamber of St Osyth’s.** Sixty-three steps, no shoes, six ropes. At ten the ringers practise with the bells tied, and anyone over eight can have a pull. The eleven-year-old has asked to go back, and he has not asked to go back to anything since he was seven. *Cost: a coin in the boot.*",
    ),
    h2("When you have had some luck"),
    p(
      "**Bellfield baths, the inflatable session.** Two till four, loud, and warm as a bath. You will need a locker coin, and at the end you will need chips. *Cost: £19 for the ticket, £8.40 for the chips.*",
    ),
    p(
      "**The Palace, Saturday matinée.** The heating works on the left-hand side. They start the film again from the beginning if enough children ask, and on our Saturday they did. *Cost: £16, and £5.50 for a tub of something purple.*",
    ),
    h2("What our testers would tell you"),
    ul(
      "Waterproof trousers cost less than one visit to an indoor play barn and last for two years. Buy them a size up.",
      "Say one place, and go to one place. The second place is always where it goes wrong.",
      "A child who is wet and busy is happy. A child who is dry and waiting isn’t.",
      "Get home by four, run a bath, put the light off and float a candle in a jar in the sink. *Cost: one candle.* All three children voted it best of the day.",
    ),
  ),
}
