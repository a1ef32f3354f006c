import { said } from "../conversation.ts"
import { doc, h2, p, quote, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const theRepairTable: DemoStory = {
  slug: "the-repair-table",
  title: "Eighty-three broken things and who brought them",
  standfirst:
    "On the first Saturday of the month Fold Hall smells of solder and toast. We wrote down everything that came in, what was wrong with it, and how many went home working.",
  by: "mateusz-orrell",
  tags: ["around-town", "at-home"],
  published: { daysAgo: 30, at: "09:00" },
  picture: {
    file: "repair-table.webp",
    alt: "A workbench seen from above: a toaster with its panel off, a music box, a smiling teddy bear with one arm waiting to be sewn on, screwdrivers laid out by size, tea and toast.",
  },
  comments: [
    said(
      "Ged, table 3",
      "The toaster was the fuse. It is nearly always the fuse. I have a jar of fuses. Come and see me before you buy a toaster.",
    ),
    said(
      "Auntie Comfort",
      "They mended my mixer which is older than my marriage and has worked harder. I brought doughnuts and they would not take money.",
      said("Ged, table 3", "We took the doughnuts."),
    ),
    said(
      "Noor",
      "Could you do bicycles? There is a whole shed of them behind the school with flat tyres and nothing else wrong.",
      said(
        "Win",
        "Noor, bring them in. I did bicycles in the army. I did not tell anybody because they have me down for curtains.",
      ),
    ),
  ],
  body: doc(
    p(
      "The first thing through the door is a lamp in the shape of a goose, at two minutes to ten. The second is a boy of about seven with a shoebox. He waits behind the goose, is asked what he has got, and lifts the lid a finger’s breadth. ‘It’s private,’ he says.",
    ),
    p(
      "There are six tables in Fold Hall, each with a lamp, a mat and a person who can do something. Ged Molloy does electrics. Win Asante does cloth, and so does Mr Popescu, at a different table, with a different philosophy. Tamsin Bright glues. A girl of fifteen called Ayo does phones and tablets, and has a queue. At the end there is a table with a card that says ANYTHING, and behind it sits Father Jerome, who can’t mend a thing but listens until somebody turns up who can.",
    ),
    p(
      "It is free. There’s a bucket. The idea came from a conversation in the queue at the tip, where Ged had watched a woman throw away a vacuum cleaner and had seen from four metres off that it only had a sock in it.",
    ),
    h2("The ledger"),
    p("We sat beside the door with a notebook, from ten until two. Eighty-three things came in. They were:"),
    ul(
      "**Lamps, kettles, toasters, irons and one electric blanket:** 27, of which 22 were mended. Eleven had nothing wrong but the fuse.",
      "**Clothes, curtains, a tent, a wedding dress:** 19, all mended, though the tent has gone home with Mr Popescu, who wants to think about it.",
      "**Phones and tablets:** 14, of which 6 were mended. Four had to be told the truth.",
      "**Toys and cuddly animals:** 12, of which 9 were mended. Two were not ill.",
      "**Chairs:** 5, of which 3 were mended.",
      "**Clocks, a music box, an accordion, an urn, a garden gnome, a hearing-aid case:** 6, of which 2 were mended.",
    ),
    p(
      "That is sixty-one out of eighty-three. Nobody had counted before, and when we read it out at two o’clock there was a cheer, and then Ged said, ‘What about the twenty-two?’",
    ),
    h2("The twenty-two"),
    p(
      "Most could have been saved if they had been made to be opened. Ged keeps a box of what he calls the liars, things with screws on the outside that hold nothing and a seam inside that has been welded. ‘This one,’ he says, of a kettle, ‘is four years old and cost thirty quid. There’s a part in it the size of a lentil that’s gone. I can buy the lentil. I can’t get to it without breaking what the lentil is for.’ He has begun to write to the makers, by hand. One has answered, and sent a kettle.",
    ),
    p(
      "The accordion had been to a war. Its owner, who did not want to be named, had not brought it to be mended, it turned out. She wanted to know what was rattling. Tamsin took the back off and found a folded bus ticket, forty-one years old. They looked at it together for a time. The owner asked her to put it back.",
    ),
    h2("What people say while they wait"),
    p(
      "Shops sell you a thing and you leave. Here you have to sit next to it for half an hour, and you talk. I have been a school cook for a long time and know what people say over a counter. This was different. A man with a radio told me about his divorce without, I think, noticing that he had begun. Ayo has heard so many stories about the photographs on dead phones that she has put up a sign: *I will try. I am sorry if I can’t. Please back up.*",
    ),
    quote(
      "I came with the iron in March. It was my husband’s job, that sort of thing, and I had never so much as changed a plug, I’m ashamed to say. Ged wouldn’t do it for me. He gave me the screwdriver. I was livid.",
      "Now I do plugs. I’ve done plugs for the whole of Tanner’s Row. I had cards printed.",
    ),
    p("That was Mrs Edna Fairclough, who is 79, and who has since been given a corner of table 3."),
    h2("The shoebox"),
    p(
      "The boy’s turn came at a quarter to twelve, after he had let five people go ahead of him. It was a bear. One of its arms was off and had been put back on with, he explained, all of the plasters. He’d chosen Win. He had watched both cloth tables for an hour and a half, and Mr Popescu pulled too hard.",
    ),
    p(
      "Win asked what the bear was called. He told her in her ear. She asked if the bear would like to be asleep for it, and he considered that, and laid his hat over its face. She used eleven stitches, in a green that did not match, because he had picked it.",
    ),
    p(
      "On his way out he stopped by our notebook. ‘You can write down that it was a bear,’ he said. ‘But not who.’",
    ),
    p(
      "*The repair table is open from ten to two on the first Saturday of the month. Bring the thing, and any screws that fell out of it.*",
    ),
  ),
}
