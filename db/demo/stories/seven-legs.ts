import { said } from "../conversation.ts"
import { doc, p, rule } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const sevenLegs: DemoStory = {
  slug: "seven-legs",
  title: "A table with seven legs",
  standfirst:
    "It came with the flat, it does not match anything, and it has got longer every few years. On what a family is, measured in planks.",
  by: "hyunju-pask",
  tags: ["at-home", "people"],
  published: { daysAgo: 46, at: "07:00" },
  picture: {
    file: "kitchen-table.webp",
    alt: "A long kitchen table made of three different woods, laid with bowls and a teapot, with chairs and stools of every kind around it and a lamp hanging low.",
  },
  comments: [
    said(
      "Margit",
      "We have my mother's table and for thirty years I was ashamed of the burn from the iron. This morning I showed my grandson where it is. He asked whether he may make one.",
      said("Hyunju Pask", "I hope that you said not yet.", said("Margit", "I said ask your mother.")),
    ),
    said(
      "Seamus K",
      "Read it on the bus and missed my stop. Then I read it again on the way back and missed it again, so in fairness I got home in the end.",
    ),
    said(
      "Ana",
      "The silence of your mother-in-law and the plank. I know that silence. In my family it is soup.",
    ),
    said(
      "Mr Tunstall's granddaughter",
      "He was my grandfather. I did not know about the table. He never threw away a door in his life. Thank you for this, I have sent it to all my cousins.",
      said(
        "Hyunju Pask",
        "There is a chair here for each of you. I mean it. Ring the bell twice, the first ring does not work.",
      ),
    ),
  ],
  body: doc(
    p(
      "When we took the flat above the ironmonger’s there was a table in it, because nobody had been able to get it down the stairs. It was pine, square, the colour of weak tea. Somebody had cut the letters *D.T.* into the edge, low down, where you would only find them if you were a child or had dropped something. We were two, and it was too big for us. We ate at one corner, like people waiting for a meeting.",
    ),
    p(
      "In Busan my parents’ table folded up against the wall. It was low and lacquered and it lived behind the door, and the laying out of it, with a snap of four brass legs, was how you knew it was evening. When I was homesick in that first year in Wenlow I was not homesick for food, as everybody supposed. I missed that sound. A table that is always there makes no announcement.",
    ),
    p(
      "Our first son was born and the table filled up without our buying anything. Then my husband’s mother came, from Penzance, for three weeks. She did not approve of me at that time. She had been told, I think, that I was only here for a year, and had kept to that. On the second evening she put a bowl down at her end, I put one down at mine, and there was no room for the pot. She looked at it for a while. The next day she went downstairs to the ironmonger and came back with Mr Tunstall, who was eighty then, and with half a door.",
    ),
    p(
      "He planed it on our landing. It was oak, from the chapel when they did the chapel up, and he fixed it to the end of the pine with iron brackets and gave it a leg of its own, and then looked underneath and gave it another, in case. So then there were six. They had not asked me. I stood in the kitchen with the baby on my arm while an old man and a woman who did not like me crawled about under my table, discussing screws. At some point she put out her hand without looking round, and I understood that she wanted the torch, and I gave it to her. We have not had a difficult day since. I have tried to write that sentence so that it sounds more likely. That’s what happened.",
    ),
    rule,
    p(
      "The third plank is from a bed. By then there were four of us, and a girl called Oksana had come to stay for a weekend, through a friend of a friend, with a rucksack and a cello. She was sixteen. The weekend went on for nineteen months. She would not sit at the middle of the table, she sat at the very end, half turned to the door, and she ate the way you eat in a station.",
    ),
    p(
      "I asked her once whether she’d be more comfortable nearer to the stove. She said in her careful English that at home the end of the table was hers, and that if she sat in the middle she would have to notice that it was a different table.",
    ),
    p(
      "So we made the end better. Mr Tunstall had died that winter, but he had left his tools to the landing, in a manner of speaking: they had been there so long that nobody had collected them. My husband is a man who reads the instructions. I write them. Between us we took apart the bed that the boys had grown out of, and put its long side, which is beech, on the end of the oak, which is on the end of the pine. It sloped. Oksana got down on the floor with us and found that it needed one more leg and that it should stand exactly where her knees were. ‘I will go round it,’ she said. She went round it for a year and a half.",
    ),
    p(
      "She plays in an orchestra now, in a city with trams. She rings on Sundays, and if we are at table my younger son carries the telephone down to the far end and leans it against the jug, so that she is in her place.",
    ),
    rule,
    p(
      "Seven legs, three woods, two metres and ninety-one. You can’t put a cloth on it. A marble set down at the stove will roll the whole way to the window, and has, and there is a league. People who see it for the first time say that we could get a proper one now, and I say yes, and put a bowl in front of them.",
    ),
    p(
      "Last month my mother came from Busan for the first time. She is seventy-six. She walked once round the table with her hands behind her back, as she walks round a market stall, and bent down at the corner, and found the letters. I had never shown her those. ‘Who is D.T.?’ she asked. I told her: Mr Tunstall, Donald. He had been born in this kitchen. He must have been nine or ten when he did it, and he had planed an oak door on our landing seventy years later and never said.",
    ),
    p(
      "My mother thought about this. Then she went to her suitcase and took out something wrapped in a vest. It was a brass leg, one of four, with the hinge still on it. She’d sold the rest. She set it on the pine, and pushed it with her finger, and it snapped.",
    ),
    p("‘Evening,’ she said."),
  ),
}
