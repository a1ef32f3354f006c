import type { RichTextNode } from "../schema/posts.ts"
import { doc, h2, p, ul } from "./document.ts"

type DemoPage = {
  title: string
  description: string
  /** Empty: the address follows the title. */
  slug: string
  purpose: "about" | "contact" | "house_rules" | null
  body: RichTextNode
  below?: DemoPage[]
}

/** The magazine's own pages. What it says about privacy is proposed by the site itself. */
export const demoPages: DemoPage[] = [
  {
    title: "About us",
    description: "Who makes Half Past Three, who pays for it, and how a story comes about.",
    slug: "about",
    purpose: "about",
    body: doc(
      p(
        "Half Past Three is the time when the gates of Fold Primary open. It is also a magazine for families in Wenlow and the villages upriver, written by people who stand at those gates.",
      ),
      h2("Who we are"),
      p(
        "Four people write most of it and about thirty write now and then, some of them at school themselves. Rima Tannous-Webb edits it. None of us is paid for writing; the printer is, and so is whoever minds the children on the evening before we print.",
      ),
      h2("Who pays"),
      p(
        "Three hundred and eighty readers give two pounds a month, and the bakery in Chandler Street lets us have its back room on Thursdays. We take no advertisements. The council once offered us money for a page about recycling, and we wrote the page without it.",
      ),
      h2("What we print about children"),
      p(
        "Nothing that the child has not read first and agreed to, however small the child or the story. Names are changed whenever somebody asks, and we do not ask why.",
      ),
    ),
    below: [
      {
        title: "How we correct mistakes",
        description: "What happens when something in a story was wrong.",
        slug: "corrections-policy",
        purpose: null,
        body: doc(
          p(
            "We get things wrong. A bus leaves at ten past and not at ten to; a grandmother turns out to be a great-aunt. When we do, we change the story and say so under it, with the date.",
          ),
          ul(
            "Write to us with the name of the story and what should be right.",
            "Somebody who did not write the story checks it, within two days.",
            "If a mistake could have hurt somebody, we also say it at the top of the next issue.",
          ),
          p(
            "We do not take stories down because they have become uncomfortable. We do when somebody is not safe.",
          ),
        ),
      },
    ],
  },
  {
    title: "House rules",
    description: "What may be said under our stories, and what happens to a comment that breaks the rules.",
    slug: "house-rules",
    purpose: "house_rules",
    body: doc(
      p(
        "Many of us will meet at the swimming pool on Saturday. Write as if the person you answer were drying their hair next to you.",
      ),
      ul(
        "Disagree with what somebody said, and leave alone what kind of parent they are.",
        "No child’s name but your own child’s, and not even that without asking them.",
        "Nothing that tells where somebody lives, works, or takes their children and when.",
        "Say how you know. “A friend at the surgery” is not enough when it is about somebody’s job.",
        "Nothing for sale, unless it is a pram and the story is about prams.",
      ),
      h2("If a comment breaks them"),
      p(
        "One of our moderators takes it off the page, or blacks out the words in question. You can read why on your comment’s own page, and say once why you see it differently; then somebody else looks at it.",
      ),
      p("[How comments are decided here](/moderation) has the rest, with figures."),
    ),
  },
  {
    title: "Contact",
    description: "How to reach Half Past Three.",
    slug: "contact",
    purpose: "contact",
    body: doc(
      p(
        "The quickest way is the blue letterbox beside the bakery in Chandler Street, which is emptied on Thursdays at half past three. For everything else there is [hello@example.org](mailto:hello@example.org).",
      ),
      h2("Something is wrong in a story"),
      p(
        "Please tell us which story and what should be right. [How we correct mistakes](/about/corrections-policy) says what happens next.",
      ),
      h2("Something you would rather not write down"),
      p(
        "Come by on a Thursday and ask for Rima. She will listen before she takes notes, and takes none if you do not want any.",
      ),
      h2("Imprint"),
      p("Half Past Three, 14 Chandler Street, Wenlow. Responsible for what is printed: Rima Tannous-Webb."),
    ),
  },
]

/** What the proposed privacy page leaves open: who is responsible, and which authority readers can complain to. */
export const privacyContact = p(
  "Half Past Three is responsible for this site: 14 Chandler Street, Wenlow, [hello@example.org](mailto:hello@example.org). If you think that we do wrong by you and talking to us does not help, the Information Commissioner’s Office looks into it.",
)
