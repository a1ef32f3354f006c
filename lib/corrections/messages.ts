import type { CorrectionRefusal } from "@/lib/corrections/types"

export const correctionRefusals: Record<CorrectionRefusal, string> = {
  "not-allowed": "Your roles do not let you correct stories. Ask an editor.",
  "not-published": "Readers do not see this story, so there is nobody to tell. Publish it first.",
  "not-found": "This no longer exists. Reload the page.",
}

export const correctionDone = {
  added: "Published. Readers see it on the story and among the corrections.",
  removed: "Removed. Readers no longer see it.",
  closed: "Closed.",
}

export const errorReportAnswers = {
  taken: "Thank you. An editor will look at it.",
  "story-gone": "This story is no longer here, so there is nothing to report.",
  "too-many": "Too many messages have come from you in the last hour. Please try again later.",
}
