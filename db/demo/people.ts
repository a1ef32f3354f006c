import type { authors } from "../schema/authors.ts"

/** What a profile says. */
type DemoProfile = { name: string } & Partial<
  Pick<typeof authors.$inferInsert, "title" | "bio" | "pronouns" | "pronunciation" | "links">
>

/** Who the stories are posted by, by the slug that their names make. */
export const writers = {
  "ifeoma-brandt": {
    name: "Ifeoma Brandt",
    title: "Reporter",
    bio: "Ifeoma sat through eleven years of council meetings for a daily paper before she had twins and started reporting on the things that happen to people with prams. She keeps a list of every promise made to Wenlow’s families, with dates, on the back of her kitchen door. If you have a letter you cannot make sense of, she would like to read it.",
  },
  "mateusz-orrell": {
    name: "Mateusz Orrell",
    title: "Kitchen and garden",
    bio: "Mateusz cooks at Fold Primary, where two hundred and ten critics return their plates in person. He grew up between his grandmother’s plum trees outside Lublin and his father’s chip shop, and trusts both. His allotment is number 14, the one with the bath.",
  },
  "rima-tannous-webb": {
    name: "Rima Tannous-Webb",
    title: "Editor",
    bio: "Rima was a school nurse for nineteen years and still carries plasters. She edits this magazine from the box room of a terraced house in the Dyes, between the ironing and a very old cat called Minister. She writes about schools, health and the people who hold both together, in English and sometimes in Arabic.",
  },
  "hyunju-pask": {
    name: "Hyunju Pask",
    title: "Essays and days out",
    pronouns: "she/her",
    pronunciation: "HYUN-joo PASK",
    links: ["https://social.example/@hyunju"],
    bio: "Hyunju moved from Busan to Wenlow for one year, fourteen years ago. She translates instruction manuals for a living, which has made her fond of numbered steps, and she has never owned a car. Her two sons appear in her pieces only after reading them first; the younger one charges a fee.",
  },
} satisfies Record<string, DemoProfile>

export type WriterSlug = keyof typeof writers

/** Who can sign in; they share the demo's password. */
export const colleagues: {
  email: string
  name: string
  role: "admin" | "editor" | "moderator" | "writer"
  byline?: WriterSlug
}[] = [
  { email: "admin@example.org", name: "Rosalind Achterberg", role: "admin" },
  { email: "editor@example.org", name: "Rima Tannous-Webb", role: "editor", byline: "rima-tannous-webb" },
  { email: "moderator@example.org", name: "Dele Fairhurst", role: "moderator" },
  { email: "writer@example.org", name: "Hyunju Pask", role: "writer", byline: "hyunju-pask" },
  { email: "ifeoma@example.org", name: "Ifeoma Brandt", role: "writer", byline: "ifeoma-brandt" },
  { email: "mateusz@example.org", name: "Mateusz Orrell", role: "writer", byline: "mateusz-orrell" },
]

/** Who publishes what is published. */
export const editor = "editor@example.org"

export const illustrator = "Illustration: Half Past Three"
