import { type HeldText, type RefusalWords, refusedWith, type SaveAnswer } from "@/lib/documents/save-answer"
import type { PageRefusal } from "@/lib/pages/save-outcome"

/** The sentence for a refusal, for the editor of a page. */
export function refusedPage(reason: PageRefusal | "another-person", held?: HeldText): SaveAnswer {
  return refusedWith(sentences[reason], held)
}

/** The same for a form with one button. */
export function pageRefusal(reason: PageRefusal): string {
  return sentences[reason].sentence
}

export const pageChanged = "This page was saved after you opened it. Reload it, and look again."

export const pageCompared = "Noted. You will be told here when what the site does changes again."

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
  "alt-missing": {
    field: "body",
    sentence:
      "Describe each picture in the text for people who cannot see it, or mark it as decorative. Then publish again.",
  },
  "children-published": {
    field: null,
    sentence: "Readers see pages under this one. Withdraw those first, or move them.",
  },
  "facts-changed": {
    field: null,
    sentence: "What the site does has changed once more. Reload the page, and look again.",
  },
  "is-published": {
    field: null,
    sentence: "This page is published. Press Update to show readers your changes.",
  },
}
