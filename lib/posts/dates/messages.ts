import type { DatesRefusal } from "@/lib/posts/dates/types"

/** The sentence for a refusal, and the field that it belongs to if it belongs to one. */
export const datesRefusals: Record<DatesRefusal, { field: string | null; sentence: string }> = {
  "not-found": { field: null, sentence: "This story no longer exists. Go back to the list." },
  "not-allowed": { field: null, sentence: "Your roles do not let you change this. Ask an editor." },
  "in-trash": { field: null, sentence: "This story is in the trash. Restore it first." },
  "is-published": {
    field: null,
    sentence: "This story has been published since you opened the page. Reload it.",
  },
  "date-missing": {
    field: "date",
    sentence: "Readers have seen this story with a date, so it keeps one. Choose a day and a time.",
  },
  "never-published": {
    field: null,
    sentence: "Readers have never seen this story, so nothing needs to stand in its place.",
  },
  "scheduled-before": {
    field: "embargoUntil",
    sentence: "The story is scheduled for an earlier time. Move it to a later one first, or unschedule it.",
  },
  "time-past": { field: "embargoUntil", sentence: "Choose a time in the future." },
  "time-ahead": {
    field: "date",
    sentence: "Choose a time in the past. To publish the story later, schedule it.",
  },
  "time-far": { field: "embargoUntil", sentence: "Choose a time within five years." },
}

/** Said beside a time that is not saved with the words. */
export const timeReminders = {
  unset: "This time is not saved. Press “Schedule” to have the story published then.",
  changed: "The new time is not saved. Press “Schedule” to have the story published then.",
}

export const datesDone = {
  embargoSet: "Embargo set. Until then nobody can publish the story.",
  embargoLifted: "Embargo lifted. The story can be published.",
  date: "Date saved.",
  dateLeft: "Saved. The date will be the moment the story is published.",
  notice: "Saved. Readers find these words at the story’s address.",
  noNotice: "Saved. The story’s address now answers “not found”, like one that never existed.",
}
