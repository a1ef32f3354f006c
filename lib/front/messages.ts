import type { FrontDraft, FrontRefusal } from "@/lib/front/types"

export const frontRefusals: Record<FrontRefusal, string> = {
  "not-allowed": "Your roles do not include the front page.",
  changed:
    "Somebody else changed the front page meanwhile. Nothing of yours was saved yet. Copy what you need, and reload the page to see theirs.",
  "story-gone": "Readers cannot see this story any more. Choose another one.",
  "story-kept-off":
    "This story is kept off the front page. Change that in the story first, or choose another one.",
  "tag-gone": "This tag no longer exists. Choose another one.",
  "tag-twice": "This tag has a section already. Choose another one, or remove this section.",
  "lead-without-tag": "This story does not have the section’s tag. Choose one that has.",
  "no-draft": "There is no draft. Somebody published or discarded it.",
}

export const frontDone = {
  save: "Draft saved. Readers do not see it until you publish it.",
  publish: "Published. Readers see this front page now.",
  discard: "The draft is discarded. Readers see the same front page as before.",
}

export const leadHidden: Record<NonNullable<FrontDraft["leadHidden"]>, string> = {
  "kept-off": "Readers do not see this lead: it is kept off the front page.",
  "not-published": "Readers do not see this lead: it is not published.",
}

/** Why a section is not on the page, and what brings it there. */
export function emptySection(name: string, isDraft: boolean): string {
  const shown = isDraft ? "Readers would not see" : "Readers do not see"
  return `${shown} the section “${name}”: no story is left for it. Those with its tag are further up the page, kept off the front page, or not published.`
}
