import type { EditorKind } from "@/components/editor/kind"
import { hasCopy, type Wish } from "@/components/editor/saving-state"
import type { HeldText } from "@/lib/documents/save-answer"

/** The button that goes on in spite of the checklist. */
export function anywayWords(wish: Wish): string {
  return wish === "publish" || wish === "schedule" || wish === "approve"
    ? `${verbs[wish]} anyway`
    : "Save anyway"
}

type Conflict = {
  /** "mine", or "this version" where both are one person's. */
  mine: string
  theirs: HeldText
}

/** The button that goes on in spite of another version: what it will do, by what was asked before. */
export function overWords(kind: EditorKind, wish: Wish, { mine, theirs }: Conflict): string {
  switch (wish) {
    case "unpublish":
      return `${kind.unpublish.label} anyway`
    case "unschedule":
      return "Unschedule anyway"
    case "discard":
      return "Discard both versions"
    case "save":
      // A published text without newer words of its own shows readers whatever is saved.
      return theirs.status === "published" && !hasCopy(theirs)
        ? `Publish ${mine} over it`
        : `Save ${mine} over it`
    default:
      return `${verbs[wish]} ${mine} over it`
  }
}

const verbs = {
  publish: "Publish",
  schedule: "Schedule",
  submit: "Submit",
  approve: "Approve",
  "send-back": "Send back",
  "take-back": "Take back",
} as const
