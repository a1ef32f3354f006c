import type { Wish } from "@/components/editor/saving-state"

/**
 * What somebody edits. The editor calls it "the story" throughout: a page is a story without date, byline and review, and
 * this says in what else they differ.
 */
export type EditorKind = {
  noun: "story" | "page"
  /** Its room of the desk. */
  desk: string
  nothingYet: string
  placeholder: string
  /** Taking it from readers: the button, what is asked first, and how the status says it. */
  unpublish: { label: string; question: string; doing: string; done: string; notDone: string }
  /** What its room has no button for. */
  without: readonly Wish[]
}

export const storyKind: EditorKind = {
  noun: "story",
  desk: "/desk/posts",
  nothingYet: "New story",
  placeholder: "Write the story here.",
  unpublish: {
    label: "Withdraw",
    question:
      "Withdraw this story? Readers will no longer find it. To leave a notice in its place, cancel and choose “Dates”.",
    doing: "Withdrawing…",
    done: "Withdrawn",
    notDone: "Not withdrawn",
  },
  without: [],
}

export const pageKind: EditorKind = {
  noun: "page",
  desk: "/desk/pages",
  nothingYet: "New page",
  placeholder: "Write the page here.",
  unpublish: {
    label: "Withdraw",
    question: "Withdraw this page? Readers will no longer find it.",
    doing: "Withdrawing…",
    done: "Withdrawn",
    notDone: "Not withdrawn",
  },
  without: ["submit", "take-back", "send-back", "approve", "schedule", "unschedule", "discard"],
}
