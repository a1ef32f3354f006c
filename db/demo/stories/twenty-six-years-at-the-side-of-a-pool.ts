import { said } from "../conversation.ts"
import { doc, h2, p } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const twentySixYearsAtTheSideOfAPool: DemoStory = {
  slug: "twenty-six-years-at-the-side-of-a-pool",
  title: "‘Nobody drowns loudly’: twenty-six years at the side of a pool",
  standfirst:
    "Nadia Ferreira-Quist has taught some nine thousand children to swim at Bellfield baths. She talks about fear, fathers, verrucas and the one rule that she would carve over the door.",
  by: "rima-tannous-webb",
  alsoBy: [{ by: "ifeoma-brandt", part: "editing" }],
  tags: ["people", "school"],
  published: { daysAgo: 6, at: "07:00" },
  picture: {
    file: "bellfield-pool.webp",
    alt: "An indoor pool with tall arched windows and lane ropes running into the distance; one swimmer in a yellow cap, and a wooden chair at the water’s edge with a mug on it.",
  },
  comments: [
    said(
      "Callum's mum",
      "She taught me in 1999 and my son last year. She remembered my brother's name and the colour of his trunks. I have had doctors who remembered less.",
    ),
    said(
      "Piotr",
      "The part about fathers is true, I was that father. I stood on the balcony and waved my arms like a man landing an aeroplane. My daughter looked at me and sank.",
      said(
        "Nadia F-Q",
        "I remember it well. She floats beautifully now. You should see her when you are not looking.",
        said("Piotr", "My wife has printed this out and put it on the fridge."),
      ),
    ),
    said(
      "Swims on Tuesdays",
      "Good interview, and thank you for asking about the price. Nineteen pounds for a family on a Sunday is a lot when the children do twenty minutes and then want chips.",
    ),
    said(
      "Ottoline",
      "Is it still true that she will teach adults at seven on a Thursday? I am 47 and I can't do it, and I have told almost nobody.",
      said(
        "Mags",
        "Ottoline, it is true, there are six of us, and the oldest is 72. Wear whatever you like. Nobody looks, we are all too busy holding on.",
      ),
      said(
        "Dee from the Dyes",
        "Come! I put my face in the water in week four and cried in the showers and then had a toasted teacake.",
      ),
    ),
    said("J. Abara", "‘Nobody drowns loudly’ should be on a poster at every lake in the county."),
  ],
  body: doc(
    p(
      "The chair at the shallow end of Bellfield baths is wooden, and older than the pool’s tiles. Nadia Ferreira-Quist never sits on it. She keeps her register on it, and a box of the small weighted rings that children dive for, and a mug that says *World’s Okayest Swimmer*. At 58 she teaches thirty-one classes a week, in a voice that reaches the deep end without getting louder. We talked in the staff room, over the hum of the pumps.",
    ),
    h2("How many children is it by now?"),
    p(
      "I worked it out for the council once, when they wanted to know what I was for. It was over eight thousand and that is some years ago, so say nine. I couldn’t tell you all the names. I could tell you a great many of the kicks.",
    ),
    h2("What does a child bring to the first lesson?"),
    p(
      "Goggles that don’t fit and somebody else’s fear. A child of five is rarely afraid of water. She’s afraid of not being able to see her mother, or of the echo, or that her costume will come down. Or she has an adult who has been saying ‘there’s nothing to be frightened of’ in the car for twenty minutes, which is how you tell a child that there must be.",
    ),
    h2("So what do you say?"),
    p(
      "I ask them what it sounds like underneath. Nobody has ever asked them that. They don’t know, so they go and find out, and they come up and tell me. ‘It sounds like being in the fridge.’ ‘It sounds like my tummy.’ By then their face has been in the water and it was their own idea.",
    ),
    h2("And if it doesn’t work?"),
    p(
      "Then we sit on the step and splash our feet and I tell them about my cat. I had one boy who sat on the step for eleven weeks. His grandfather came every time and never said a word to him about it, he just brought him and took him home. In the twelfth week the boy stood up, walked in and swam a width. Not well! But I looked up at the balcony and that grandfather was reading his paper. He was holding it upside down.",
    ),
    h2("You have opinions about the balcony."),
    p(
      "I have one opinion about it, which is that it should be a café with the blinds shut. I don’t mind mothers, mothers look at their phones. It is fathers. They mean so well. They do the arms. The child is trying to listen to me and to watch a man doing breaststroke in a coat.",
    ),
    h2("You have told us that parents look for the wrong thing. What should we look for?"),
    p(
      "Quiet. Everyone expects shouting and waving, because that is what films do. A person who is drowning has no breath to shout with and needs both arms to push down on the water. They’re upright, they’re low, they are not kicking and they’re looking at nothing. It takes less than a minute. Nobody drowns loudly.",
    ),
    p(
      "If I could carve something over that door, it would be that. A noisy child is a breathing child. When it goes quiet, you count heads.",
    ),
    h2("Have you ever had to go in?"),
    p(
      "Fourteen times, with my clothes on. Nobody was badly hurt. Two of them were adults who had told me they could swim because they were embarrassed to say that they couldn’t. I think about that more than about the children. If you can’t swim, you are in very good company, and I do a class on Thursdays at seven with the blinds down.",
    ),
    h2("What has changed since you started?"),
    p(
      "The hair bobbles are better. The children are stronger in the thumb and weaker in the shoulder, I’ll say that and be told off for it. There are more who have never had a bath, only showers, so water is something that comes from above. And it costs more. When I began, a family could come on a Sunday for what they had in their pocket. Now it’s nineteen pounds, and I see the same forty families, and I know there are four thousand in this town.",
    ),
    h2("Schools still bring their classes."),
    p(
      "They bring Year 4 for ten lessons. Ten! In ten lessons I can teach a child to be safe if she came in happy. If she came in frightened I can teach her to be happy. I can’t do both, and then the coach is outside and it is the next school. I would give up the gala, the medals, the lot, for ten more Tuesdays.",
    ),
    h2("Is it true about the verruca socks?"),
    p(
      "I have seen three generations of verruca socks. They don’t do anything. They do make it harder to run, so I have kept quiet until now.",
    ),
    h2("You could have retired last year."),
    p(
      "I handed in the letter. Then on the Monday a little girl asked me whether I would still be there when she was a mermaid, and I asked when that would be, and she thought about it properly and said, ‘About Easter.’ So I asked for the letter back. She is still not a mermaid. But her elbows are coming on.",
    ),
  ),
}
