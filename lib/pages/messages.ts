import { type HeldText, type RefusalWords, refusedWith, type SaveAnswer } from "@/lib/documents/save-answer"
import type { OtherPage, PageRefusal } from "@/lib/pages/save-outcome"

type Refused = {
  reason: PageRefusal | "another-person"
  /** The page that stands in the way. */
  other?: OtherPage | undefined
  /** What is still to be written, as it stands in the text. */
  words?: string | undefined
}

/** The sentence for a refusal, for the editor of a page. */
export function refusedPage({ reason, other, words }: Refused, held?: HeldText): SaveAnswer {
  if (other) return refusedWith(hasPurpose(other), held)
  return refusedWith(words === undefined ? sentences[reason] : stillToWrite(words), held)
}

function stillToWrite(words: string): RefusalWords {
  const shown = words.length > 160 ? `${words.slice(0, 159)}…` : words
  return {
    field: "body",
    sentence: `Put your own words in place of “${shown}”, or remove it. Then publish again.`,
  }
}

function hasPurpose({ id, title }: OtherPage): RefusalWords {
  const name = `“${title || "Untitled"}”`
  return {
    field: "purpose",
    sentence: `${name} has this purpose already. Change that page first, or choose another purpose.`,
    see: { href: `/desk/pages/${id}`, label: `Open ${name}` },
  }
}

/** Why a page was not taken from readers. */
export function refusedWithdrawal(reason: PageRefusal): SaveAnswer {
  return refusedWith(withdrawing[reason] ?? sentences[reason])
}

/** Why a draft was not deleted. */
export function deleteRefusal(reason: PageRefusal): string {
  return deleting[reason] ?? sentences[reason].sentence
}

/** Why the privacy page was not marked as up to date. */
export function compareRefusal(reason: PageRefusal): string {
  return comparing[reason] ?? sentences[reason].sentence
}

const notAllowed = "Your role does not allow this now. Ask an admin."

const withdrawing: Partial<Record<PageRefusal, RefusalWords>> = {
  "not-found": { field: null, sentence: "This page was deleted already. Copy your text before you leave." },
  "not-allowed": { field: null, sentence: notAllowed },
}

const deleting: Partial<Record<PageRefusal, string>> = {
  "not-found": "This page was deleted already.",
  "not-allowed": notAllowed,
  "is-published": "Readers see this page. Withdraw it first, then delete it.",
  "has-children": "There are pages under this one. Move or delete them first.",
}

const comparing: Partial<Record<PageRefusal, string>> = {
  "not-found": "This is no longer the privacy page. Reload the list of pages.",
  "not-allowed": notAllowed,
}

export const pageChanged = "This page was saved after you opened it. Reload it and check it."

export const pageCompared = "Marked as up to date."

const sentences: Record<PageRefusal | "another-person", RefusalWords> = {
  "not-found": {
    field: null,
    sentence: "Not saved: this page no longer exists. Copy your text before you leave.",
  },
  "another-person": {
    field: null,
    sentence:
      "Not saved: somebody else has signed in to this browser since you opened this page. Your text is still here. Sign in as yourself again in another tab, then save it.",
  },
  "not-allowed": {
    field: null,
    sentence: "Not saved: your role does not allow this now. Ask an admin.",
  },
  "slug-taken": { field: "slug", sentence: "Another page has or had this address. Choose another." },
  "slug-reserved": { field: "slug", sentence: "The site itself uses this address. Choose another." },
  "parent-unknown": { field: "parentId", sentence: "This page no longer exists. Choose another." },
  "parent-nested": {
    field: "parentId",
    sentence: "This page is itself under another one. Choose a page of the top level.",
  },
  "parent-draft": {
    field: "parentId",
    sentence: "Readers do not see the page above this one yet. Publish that first, or choose another.",
  },
  "has-children": {
    field: "parentId",
    sentence: "There are pages under this one, so it has to stay at the top level. Move them first.",
  },
  "purpose-taken": {
    field: "purpose",
    sentence: "Another page has this purpose already. Change that one first.",
  },
  "picture-gone": {
    field: "body",
    sentence: "A picture in the text is no longer in the library. Remove it, or put another in its place.",
  },
  "title-missing": { field: "title", sentence: "Give the page a title." },
  "body-missing": { field: "body", sentence: "Write something before you publish." },
  "placeholder-left": {
    field: "body",
    sentence: "Replace the parts in [brackets] with your own words, or remove them. Then publish again.",
  },
  "alt-missing": {
    field: "bodyAlt",
    sentence:
      "Describe each picture in the text for people who cannot see it, or mark it as decorative. Then publish again.",
  },
  "children-published": {
    field: null,
    sentence: "Readers see pages under this one. Withdraw those first, or move them.",
  },
  "facts-changed": {
    field: null,
    sentence: "What the site does has changed again. Reload the page and check it.",
  },
  "is-published": {
    field: null,
    sentence: "This page is published. Press Update to show readers your changes.",
  },
}
