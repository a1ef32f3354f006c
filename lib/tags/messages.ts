import type { TagRefusal } from "@/lib/tags/types"

export const tagRefusals: Record<TagRefusal, string> = {
  "not-allowed": "Your roles do not include the tags.",
  unknown: "This tag no longer exists. Somebody merged or deleted it.",
  "name-taken": "Another tag has this name. Merge the two instead.",
  "address-taken": "This address leads to another tag. Choose another one.",
  changed:
    "Somebody else changed this tag meanwhile. Nothing of yours was saved yet. Copy what you need, and reload the page to see theirs.",
  itself: "Choose another tag to keep.",
  used: "Stories have this tag, drafts among them. Merge it into another tag, or take it off these stories first.",
  placed:
    "The menu, the footer or a section of the front page shows this tag. Take it out there first, or merge it into another tag.",
}

export const tagSaved = "Saved. Readers see it from now on."

/** What is said on the list of tags of what was just done there. */
export const tagsDone = {
  merged: "Merged. The old address leads to the tag that was kept.",
  deleted: "Deleted.",
}
