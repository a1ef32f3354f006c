import { said } from "../conversation.ts"
import { doc, h2, ol, p, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const redLentilsForNine: DemoStory = {
  slug: "red-lentils-for-nine",
  title: "Red lentils for nine, twice",
  standfirst:
    "One pot, forty minutes, about sixty pence a head. Tonight it is a supper with rice, tomorrow it is a soup that nobody recognises. From a school cook who has made it for two hundred.",
  by: "mateusz-orrell",
  tags: ["food", "how-to"],
  published: { daysAgo: 8, at: "14:30" },
  picture: {
    file: "red-lentils.webp",
    alt: "A big enamel pot of orange lentils on a stove with a wooden spoon across it; a halved lemon, a heap of coriander and a stack of nine bowls stand beside it.",
  },
  comments: [
    said(
      "Kirsty and the five",
      "Made it on Sunday. Four of five ate it, which is a house record. The fifth ate the rice and said that it ‘smelled of a nice shop’.",
    ),
    said(
      "Sunil",
      "My mother has read this and says lemon at the end, yes, but where is the asafoetida? She also says two spoons of ghee is one spoon short. She is not angry.",
      said(
        "Mateusz Orrell",
        "Please tell her that she is right, and that I have to feed two children who are allergic to everything, so I left out what I could. I would like to be taught.",
        said("Sunil", "She says Thursday at four and bring an apron."),
        said("Dinner lady", "Mateusz we want to hear how Thursday went."),
      ),
    ),
    said("Tunde", "Does it freeze? I cook once a month and then live on it like a bear."),
    said(
      "Mateusz Orrell",
      "It does, three months, without the lemon and the green. Add those when it is hot again.",
    ),
    said(
      "L.",
      "Nine bowls! There are two of us. I made the whole amount and took it round the stairwell. We now know everybody.",
    ),
  ],
  body: doc(
    p(
      "At Fold Primary I cook this in a pan that you could bathe a toddler in. I have brought it down to a pot that fits on a kitchen stove, for nine at table, or for four with a good deal left over, and the leftovers are the point. It has no meat, no dairy unless you choose butter, no nuts and no gluten. It is mild enough for a five-year-old and there’s a jar of something hot on the table for those who are not.",
    ),
    h2("What you need"),
    ul(
      "750 g red split lentils",
      "4 onions, chopped small",
      "6 cloves of garlic and a thumb of ginger, grated",
      "4 tablespoons of oil, or 2 of oil and 2 of butter",
      "1 tablespoon each of ground cumin and ground coriander; 2 teaspoons of turmeric",
      "2 tins of chopped tomatoes",
      "2.2 litres of water, hot from the kettle",
      "3 carrots, grated, so that nobody can find them",
      "2 teaspoons of salt, then more",
      "2 lemons",
      "A big bunch of coriander, or parsley if you have coriander-haters",
      "900 g rice, for the first night",
    ),
    h2("What you do"),
    ol(
      "Rinse the lentils in a sieve until the water stops looking like milk. It takes about a minute, and it is the difference between a clean taste and a muddy one.",
      "Put the oil in your biggest pot, over a middling heat, and fry the onions with a pinch of the salt until they are **properly brown at the edges**. This is fifteen minutes. Everyone stops at five. Read to somebody, empty the dishwasher, but give them the fifteen.",
      "Add garlic, ginger and the ground spices. Stir for one minute, no more. It should smell as though somebody had opened a door.",
      "Add the tomatoes and the carrot. Scrape up what has stuck. Let it bubble for five minutes.",
      "Add the lentils, the hot water and the rest of the salt. Bring it up, take off the foam with a spoon, turn it down low and put the lid on, tilted.",
      "Start the rice.",
      "After twenty minutes the lentils have given up their shape. Stir hard with a wooden spoon. If it is thicker than porridge, add water; if it is thinner than paint, leave the lid off.",
      "Take it off the heat. Now the juice of one and a half lemons, and half of the green. Taste. It will want salt. Taste again.",
    ),
    p(
      "Put the pot on the table with the rice, the rest of the lemon in wedges, the rest of the green, some yoghurt if you like, and the jar of something hot *at the grown-up end*.",
    ),
    h2("Children, and how to get them to eat it"),
    p("I have served about four hundred thousand school dinners. In my experience:"),
    ul(
      "Give it a name. On our board it is *Orange*. Nobody queues for lentils.",
      "Put the rice next to it and not beneath it. They want to see the border.",
      "A child who has squeezed the lemon will eat what it was squeezed on.",
      "If it is refused, take it away without a word and eat it yourself with a happy face. Offer it again next week. The average is eleven times. I have known it to be thirty, and that was the head.",
    ),
    h2("Tomorrow"),
    p(
      "What is left will have set like cement. Good. Put it in a pan with the same amount of water or stock, and a tin of coconut milk if you have one, and warm it slowly while you stir. Blend half of it, or all of it for those who don’t care for lumps. Fry a handful of stale bread cubes in oil until they are the colour of a fox.",
    ),
    p(
      "Serve it in cups, with the bread on top. In eleven years only one child has ever recognised it. She is going to be a detective, and I gave her seconds to keep quiet.",
    ),
  ),
}
