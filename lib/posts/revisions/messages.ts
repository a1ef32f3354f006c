import type { SaveRefusal } from "@/lib/posts/save-outcome"

export const versionNamed = "Named. This version is kept until somebody removes its story."

/** The sentence for a refusal to name or restore a version. */
export function revisionRefusal(reason: SaveRefusal["reason"]): string {
  return sentences[reason] ?? "Not restored: this version can no longer be what the story says."
}

const sentences: Partial<Record<SaveRefusal["reason"], string>> = {
  "not-found": "This version is not there any more. Reload the page to see which are.",
  "in-trash": "This story is in the trash. Restore it first.",
  "not-allowed": "Your role does not allow this for this story now. Ask an editor.",
  "approval-missing":
    "Not restored: the story is scheduled, and nobody but you has approved this version. Unschedule it first.",
  "slug-taken":
    "Not restored: another story has the address of this version by now. Give the story another address first.",
  "slug-reserved":
    "Not restored: the site itself uses the address of this version. Give the story another address first.",
  "picture-gone": "Not restored: the lead picture of this version is no longer in the library.",
  "body-picture-gone": "Not restored: a picture in the text of this version is no longer in the library.",
  "title-missing": "Not restored: this version has no title, and a story in review needs one.",
}

/** What is said of a version that was restored. */
export function restoredWords({ unseen }: { unseen: boolean }): string {
  return unseen
    ? "Restored as the newest version. Readers do not see it until somebody presses Update in the editor."
    : "Restored as the newest version."
}
