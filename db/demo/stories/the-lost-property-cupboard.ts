import { doc, p, ul } from "../document.ts"
import type { DemoStory } from "../story.ts"

/** Waits for the editor. */
export const theLostPropertyCupboard: DemoStory = {
  slug: "the-lost-property-cupboard",
  title: "Inside the lost property cupboard of the number 9",
  standfirst:
    "Forty-one umbrellas, one trombone and a wedding cake topper. The bus depot lets us look before the sale.",
  by: "hyunju-pask",
  tags: ["around-town", "people"],
  published: "in_review",
  body: doc(
    p(
      "The cupboard is at the back of the depot on Saltby Road, behind the machine that washes the buses. It has a light on a string, and Aleksandra Duda, [who brought her daughter to the council](/posts/town-hall-creche-stays), has to lean on the door to get it shut.",
    ),
    p(
      "Whatever is left on the number 9 is kept here for ninety days. Then it is sold on a Saturday, for the benefit of the drivers’ children’s party. Before the sale she goes through it once more, with a list, and rings people. ‘You’d be surprised what they say. There was a man with a hearing aid. He said, keep it, I’ve been happier.’",
    ),
    p("On the shelves last Thursday, in the order in which we met them:"),
    ul(
      "umbrellas, 41, of which 38 are black",
      "single gloves, a fish crate full",
      "a trombone in its case, with half a sandwich",
      "reading glasses, 26 pairs",
      "the bride and groom from the top of a cake",
      "a jar labelled *Grandad’s plums, do not open until it stops*",
    ),
    p(
      "The oldest thing has never been for sale. It is a child’s shoe, red, left on the 16.10 to Hask before Aleksandra’s time. Her predecessor told her that somebody would come for it. She has dusted it for eleven years.",
    ),
    p("*Rima: I would like to talk to the trombone’s owner before we print. He is away until Monday. H.*"),
  ),
}
