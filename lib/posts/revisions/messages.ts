import { tooManyNamed } from "@/lib/posts/revision-words"
import type { SaveRefusal } from "@/lib/posts/save-outcome"

export const versionNamed = "Named. This version is kept as long as the story exists."

/** The sentence for a refusal to name or restore a version. */
export function revisionRefusal(reason: SaveRefusal["reason"]): string {
  return (
    sentences[reason] ??
    "Not restored: the story cannot go back to this version. Open the version and copy what you need."
  )
}

const sentences: Partial<Record<SaveRefusal["reason"], string>> = {
  "not-found": "This version no longer exists. Reload the page to see which there are.",
  "too-many-named": tooManyNamed,
  "in-trash": "This story is in the trash. Restore it first.",
  "not-allowed": "Your role does not allow this for this story now. Ask an editor.",
  "approval-missing":
    "Not restored: the story is scheduled, and nobody else has approved this version. Unschedule it first.",
  "slug-taken":
    "Not restored: another story now has the address of this version. Give the story another address first.",
  "slug-reserved":
    "Not restored: the site itself uses the address of this version. Give the story another address first.",
  "picture-gone": "Not restored: the lead picture of this version is no longer in the library.",
  "body-picture-gone": "Not restored: a picture in the text of this version is no longer in the library.",
  "title-missing":
    "Not restored: this version has no title, and the story cannot be without one at this stage.",
  "body-missing":
    "Not restored: this version has no text, and the story is approved or scheduled. Send it back or unschedule it first.",
  "alt-missing":
    "Not restored: the story is scheduled, and the lead picture of this version has no alt text. Unschedule it, restore the version, and add the alt text before you schedule it again.",
  "body-alt-missing":
    "Not restored: the story is scheduled, and a picture in this version has no alt text. Unschedule it, restore the version, and add the alt text before you schedule it again.",
  checklist:
    "Not restored: the story is scheduled, and the checklist found a problem in this version, such as a placeholder or a dead link. Unschedule it, restore the version, and check it before you schedule it again.",
}

/** What is said of a version that was restored. */
export function restoredWords({ unseen }: { unseen: boolean }): string {
  return unseen
    ? "Restored as the newest version. Readers do not see it until somebody presses Update in the editor."
    : "Restored as the newest version."
}
