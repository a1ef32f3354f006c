import type { RichTextNode } from "@/db/schema/posts"
import { placeholder } from "@/lib/documents/placeholder"
import { type Block, writeDocument } from "@/lib/documents/write-document"
import type { SiteFacts } from "@/lib/pages/privacy/facts"
import { privacyProposal } from "@/lib/pages/privacy/proposal"
import { imprintOf, type Responsible, writeTo } from "@/lib/pages/privacy/responsible"
import { purposeWords } from "@/lib/pages/purposes"
import type { PagePurpose } from "@/lib/pages/types"

type Proposal = { title: string; slug: string; body: RichTextNode }

type Site = { facts: SiteFacts; publication: Responsible }

/** What a page with this purpose can begin with: a text to be changed, short and true. */
export function proposePage(purpose: PagePurpose, site: Site): Proposal {
  const { label, slug } = purposeWords[purpose]
  return { title: label, slug, body: writeDocument(starters[purpose](site)) }
}

const starters: Record<PagePurpose, (site: Site) => Block[]> = {
  privacy: ({ facts, publication }) => privacyProposal(facts, publication),
  about: () => [
    placeholder("in a sentence or two, what this publication is, where it is read and for whom"),
    { heading: "Who we are" },
    placeholder("the people who write and decide, and who pays for it"),
    { heading: "How we work" },
    placeholder("how stories come about, how mistakes are corrected, and how readers can take part"),
  ],
  contact: ({ publication }) => [
    writeTo(publication),
    { heading: "Corrections" },
    "Tell us if something is wrong. Name the story and what should be right; we look at every message.",
    { heading: "Imprint" },
    imprintOf(publication),
  ],
  house_rules: () => [
    "You are welcome to disagree here, with us and with each other. These rules keep it a place where people like to talk.",
    {
      list: [
        "Speak about the story and about what others said, not about what kind of people they are.",
        "Leave out what could harm somebody: addresses, workplaces, names of children, anything that was told you in confidence.",
        "Say what you know and how you know it. What is not true about somebody is taken off the page.",
        "No advertising, and no links that are there for their own sake.",
        "Use one name. Do not pretend to be somebody else.",
      ],
    },
    { heading: "What happens to a comment that breaks them" },
    "A moderator takes it off the page or blacks out the words in question. Its author is told why on the comment’s own page, and can appeal once.",
  ],
}
