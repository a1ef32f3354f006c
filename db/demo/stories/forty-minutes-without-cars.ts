import { chandlerStreetThread } from "../comments/chandler-street.ts"
import { doc, h2, p, quote, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

export const fortyMinutesWithoutCars: DemoStory = {
  slug: "forty-minutes-without-cars",
  title: "Forty minutes without cars",
  standfirst:
    "Chandler Street has been shut to traffic at the school run for one term. The noise meter says one thing, the man with the van another. We stood at both barriers with a clicker and a flask.",
  by: "ifeoma-brandt",
  tags: ["school", "around-town"],
  published: { daysAgo: 11, at: "06:45" },
  picture: {
    file: "chandler-street.webp",
    alt: "A terraced street in many colours without a single car: chalk drawings cover the road, a child’s scooter stands on the kerb and a striped barrier closes the way.",
  },
  comments: chandlerStreetThread,
  body: doc(
    p(
      "At 8.24 on a wet Tuesday, Bev Stannard drags the first plastic barrier out of the bin store of Chandler Street Primary, swears at it quietly, and wedges it across the mouth of the road. She puts a second one beside it, hangs a sign on each, and looks at her watch. ‘Twenty minutes,’ she says. ‘And then I do it all again at twenty past three, except that by then everyone is hungry.’",
    ),
    p(
      "Bev is not paid for this. She is one of thirty-one volunteers who since the start of term have closed 180 metres of Chandler Street to motor traffic for twenty minutes each morning and twenty each afternoon. Residents can drive out, slowly, behind a walking steward. Blue badges, ambulances and the bin lorry go through. Everybody else goes round by Cooper’s Lane, and some of them go round furious.",
    ),
    p(
      "The trial ends in five weeks. Then the town council has to decide whether to keep it, drop it, or do what it usually does, which is to extend it until somebody retires.",
    ),
    h2("What we counted"),
    p(
      "The council has put up one traffic counter, on Cooper’s Lane, and will publish its figures when the trial is over. We did not want to wait. Over six school days, three in the dry and three in the rain, two of us stood at the ends of the street with a clicker, a borrowed sound meter and a flask. We also have the school’s own count from the week before the trial began.",
    ),
    ul(
      "**Children arriving by car, to the gate or within sight of it:** 141 before, 63 now.",
      "**Children arriving by scooter or bicycle:** 22 before, 71 now.",
      "**Vehicles on Chandler Street between 8.25 and 8.45:** 118 before, 9 now, all with a reason.",
      "**Vehicles on Cooper’s Lane in the same minutes:** 94 before, 131 now.",
      "**Late marks at registration, weekly:** 37 before, 24 now.",
    ),
    p(
      "Those numbers come with warnings. We counted six days and not sixty. The week before the trial was a cold one. And a child dropped two streets away and walked in by an older sister counts, for us, as walking; her mother would say she still drove.",
    ),
    p(
      "What did not need a clicker was the sound. With the barriers up you can hear a recorder being practised in the music room, badly, from the far end of the street.",
    ),
    h2("The people it suits"),
    p(
      "Joao Pereira-Moss walks his daughter Lia, who is six, from the Dyes. ‘She used to hold my hand the entire way because I made her. Now she lets go at the barrier and I get to watch her back disappear. I did not expect to mind that as much as I do.’",
    ),
    p(
      "Lia, consulted, says the best thing is the chalk. A parent leaves a bucket of it at number 40, and the road between the lamp posts has become a gallery that is rained off twice a week.",
    ),
    p(
      "Mrs Iqbal, who has taught Year 2 for eighteen years, noticed something she could not have asked for. ‘They come in having already talked. They used to arrive one by one out of back seats, and the first half hour was everyone telling everyone everything. Now that happens in the street, and by nine they are ready for me.’",
    ),
    h2("The people it does not"),
    p(
      "Graham Teale runs a plumbing firm of two from number 17, and for twenty-six years he left home at half past eight. Now he leaves at ten past or waits until a quarter to nine. He is careful to say that he likes children. He has a folder.",
    ),
    quote(
      "People think I am the man who wants to run over the little ones. I put my own three through that school. What I am is a man with a boiler out in Hask and an old lady sitting in her coat, and I am stood behind a plastic fence asking permission to leave my own house from someone who moved here in March.",
      "She was very nice about it. They are all very nice about it. That is nearly the worst part.",
      "I have asked one thing, and I asked for it in writing in the second week. Give the traders on the street a permit and a number to ring, so that we don’t have to have a conversation every time. I have had a reply that says my views are valued. I don’t want my views valued. I want to be in Hask by nine.",
      "If they had come round with a clipboard before instead of a leaflet after, I would have held the barrier myself on Fridays. You can print that.",
    ),
    p(
      "On Cooper’s Lane they have no barrier and thirty-seven more vehicles in twenty minutes than they used to. Dilys Ashworth, who is 81 and lives on the corner, has stopped going to the paper shop before nine. ‘They have moved the danger from one lot of people to another lot, and the second lot is me,’ she says. The school has since asked parents not to wait on the lane. On the mornings we were there, eleven cars waited on it.",
    ),
    p(
      "Then there are those for whom twenty minutes is a long time. Sian Okafor’s son Teddy uses a wheelchair and a ventilator, and their taxi is on the list of vehicles let through. In the first fortnight it was stopped four times by stewards who had not been shown the list. ‘Each time it was sorted out in a minute,’ she says. ‘Each time Teddy was the boy the street had to be opened for, in front of everyone. He is nine. He noticed.’ The rota now begins with the list, laminated, on the back of the first barrier. It has not happened since.",
    ),
    h2("What happens next"),
    p(
      "Councillor Petra Lindqvist-Hall, who proposed the scheme, would like to see it made permanent and copied at Fold Primary. She agrees that the leaflet was late. She does not agree that a permit for traders is simple, since the law under which the street is closed knows residents and emergency vehicles and nobody else, and says she has asked for advice. We asked when. She looked it up: the week after we first rang Mr Teale.",
    ),
    p(
      "The council will hear from the public at Fold Hall on the last Thursday of the trial, at seven. The [town hall crèche](/posts/town-hall-creche-stays) lends the toys, and the over-sixties will mind the children; they have asked us to say that they would like fewer recorders.",
    ),
    p(
      "At 8.45 Bev drags the barriers back. A white van that has waited at the corner with its engine off rolls forward, and the driver puts his window down. We braced for it. ‘Same time tomorrow, Bev?’ said Graham Teale.",
    ),
  ),
}
