import { said } from "../conversation.ts"
import { doc, h2, ol, p, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const onePlotThreeFamilies: DemoStory = {
  slug: "one-plot-three-families",
  title: "One plot, three families, no feuds: how to share an allotment",
  standfirst:
    "The waiting list for a plot at Saltby Road is nine years long. Sharing one takes an afternoon to arrange and a sheet of paper to keep. Here is the sheet, after four years of crossings-out.",
  by: "mateusz-orrell",
  tags: ["outdoors", "food", "how-to"],
  published: { daysAgo: 19, at: "08:20" },
  picture: {
    file: "allotment.webp",
    alt: "An allotment plot in even rows of green, with a leaning shed, runner beans on poles, an old bath full of water and three watering cans of different sizes.",
  },
  comments: [
    said(
      "Plot 9",
      "As the neighbour of the plot with the bath I can confirm that there are no feuds. There is singing. I would put singing on the sheet.",
      said(
        "Mateusz Orrell",
        "It is on the sheet now, under *children*. You will see that it does not say stop.",
      ),
    ),
    said(
      "Shirin",
      "We tried sharing with my brother and lasted six weeks. Reading this I see that we had no rule about slugs. He was for, I was against.",
    ),
    said(
      "Len",
      "Fifty years a plot holder and I say the diary in the tin is the cleverest thing here. Half of all quarrels up there are two people watering the same marrow.",
      said("Ama", "And the other half are nobody watering it."),
    ),
  ],
  body: doc(
    p(
      "Plot 14 at Saltby Road is ten rods, which is 250 square metres, which is more ground than one family with jobs can weed. I know, because for two years we were that family, and the letter from the committee called our couch grass ‘a concern to others’.",
    ),
    p(
      "We now share it with the Bashirs from two doors down and with Win and her granddaughter Poppy. In the fourth year we have had one argument, about a shed door. This is how we set it up. You can copy all of it.",
    ),
    h2("Before you ask the committee"),
    ol(
      "**Find people whose week is different from yours.** Three families who are all free on Sunday morning have one busy morning and six empty days. Mr Bashir drives nights and likes to water at seven. Win comes when school is on. We come on Sundays. Something green is looked at on most days of the week.",
      "**Walk the plot together once, with nobody’s children.** Say aloud what you each want from it. Win wanted dahlias. We wanted potatoes. The Bashirs wanted somewhere to sit. If two people want to be in charge, find that out now.",
      "**Read the tenancy.** On most sites one person holds it and answers for everything. That person (in our case me) has a last word on two things only, water and fire. Everything else is settled by the three of us.",
      "**Tell the site secretary before she hears of it.** Ours asked for the names, a telephone number each and a promise that nobody would bring a trampoline.",
    ),
    h2("Divide the work, not the ground"),
    p(
      "Our first mistake was string. We marked out three equal strips, and within a month there was a tidy one, a proud one and a guilty one. Nobody likes to stand on the guilty one.",
    ),
    p(
      "Since then the whole plot belongs to everyone, and what is divided is the work. Each household owns a few *jobs* for the year, from beginning to end, and swaps them in the winter.",
    ),
    ul(
      "**Potatoes, onions, roots:** digging, planting, earthing up, the sacks.",
      "**Climbers and fruit:** poles, netting, pruning, the war with pigeons.",
      "**Salad and seedlings:** everything that has to be sown again every three weeks.",
      "**Paths, compost, water:** the least loved job, and the one that gets first pick of the strawberries.",
    ),
    p("Flowers are nobody’s job and everybody’s right. One row each, at the front, where people pass."),
    h2("The tin"),
    p(
      "There is a biscuit tin on a nail inside the shed. In it are a pencil and a school exercise book. Whoever has been writes the date, what they did and what they took home: *watered all but beans, took 2 lettuces, slug on the step (sorry)*. It takes less than a minute, and in four years we have never wondered whether somebody had been. A group on the phone does not do this. We tried. It filled up with photographs of Poppy.",
    ),
    h2("Picking"),
    p("This is where friendships end, so it is the longest part of our sheet."),
    ol(
      "Eat what you like while you are there. It does not count.",
      "Take home what your household will eat in two days. If you want to freeze, pickle or give away, write it in the tin the week before.",
      "The first of anything is shared. The first bowl of peas is eaten standing up, by whoever is there, with one portion carried down to each family that isn’t.",
      "When there is too much, which there will be, the courgettes go on the wall by the gate with a box for coins. The coins buy string.",
    ),
    h2("Children"),
    p(
      "Ours were three, five, six and nine when we began. The rules for them are painted on the side of the shed, at their height, by them.",
    ),
    ul(
      "Forks point at the ground.",
      "The bath has its lid on when no grown-up is on the plot. The grown-up checks the lid, not the child. A child can drown in very little water, and ours is fifty centimetres deep, so this one is for us.",
      "You can dig anywhere inside the tyres.",
      "If you pick it, you try it.",
      "Singing is allowed.",
    ),
    p(
      "Give each child a square metre that no adult may improve. Poppy has grown nothing in hers for three years but a sign that says *Poppy*. She visits it every time.",
    ),
    h2("When somebody leaves"),
    p(
      "Somebody will. Write down now that the plot’s tools stay, that bought trees stay, and that whoever goes has the harvest of what they planted that year. Ours says one more thing, which Mrs Bashir insisted on: *the key is handed back over a cup of tea.* It has not been needed yet. But I notice that it has made all of us kinder about the shed door.",
    ),
  ),
}
