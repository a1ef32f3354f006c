import { clockTime } from "@/components/editor/clock"
import type { EditorKind } from "@/components/editor/kind"
import type { SaverView } from "@/components/editor/saver-tools"
import {
  hasCopy,
  isTrouble,
  isWithoutText,
  type SavingState,
  type Trouble,
  type Wish,
} from "@/components/editor/saving-state"
import type { HeldText } from "@/lib/documents/save-answer"
import type { SaveIntent } from "@/lib/posts/input"

/** In a few words: whether what is on the page is saved. */
export function savingWords({ story, state, dirty }: SaverView, kind: EditorKind): string {
  if (state.phase === "saving") return state.wish === "unpublish" ? kind.unpublish.doing : doing[state.wish]
  if (isTrouble(state)) return notDoneWords(state, kind)
  if (state.phase === "kept") return keptWords[state.kept](clockTime(state.at), story)
  if (dirty)
    return story?.status === "published" && !hasCopy(story) ? "Changes not published yet" : "Unsaved changes"
  // A time beside it would be taken for the one at which it goes out.
  if (state.phase === "saved" && state.wish === "schedule") return done.schedule
  if (state.phase === "saved" && state.reminders)
    return state.story.status === "scheduled" ? "Saved, time not changed" : "Saved, but not scheduled"
  if (state.phase === "saved") return `${doneWords(state, kind)} at ${clockTime(state.story.savedAt)}`
  return story ? "Saved" : kind.nothingYet
}

const doing: Record<SaveIntent | "discard" | "unschedule", string> = {
  discard: "Discarding your changes…",
  unschedule: "Unscheduling…",
  schedule: "Scheduling…",
  save: "Saving…",
  submit: "Submitting…",
  "take-back": "Taking back…",
  "send-back": "Sending back…",
  approve: "Approving…",
  publish: "Publishing…",
}

function doneWords({ wish, updated }: Extract<SavingState, { phase: "saved" }>, kind: EditorKind): string {
  if (wish === "unschedule") return "Unscheduled"
  if (isWithoutText(wish)) return wish === "discard" ? "Changes discarded" : kind.unpublish.done
  return wish === "publish" && updated ? "Updated" : done[wish]
}

const done: Record<SaveIntent, string> = {
  save: "Saved",
  submit: "Submitted for review",
  "take-back": "Taken back",
  "send-back": "Sent back",
  approve: "Approved",
  schedule: "Scheduled",
  publish: "Published",
}

function notDoneWords({ wish }: Trouble, kind: EditorKind): string {
  if (wish === "unpublish") return kind.unpublish.notDone
  return (wish && notDone[wish]) ?? "Not saved"
}

/** Of steps that people take for something else than saving: a text that was saved before is not in danger. */
const notDone: Partial<Record<Wish, string>> = {
  submit: "Not submitted",
  "take-back": "Not taken back",
  "send-back": "Not sent back",
  approve: "Not approved",
  schedule: "Not scheduled",
  unschedule: "Not unscheduled",
  discard: "Not discarded",
}

const keptWords = {
  nothing: (_: string, story: HeldText | null) => {
    if (story?.unseen) return "Nothing to save: this version is saved"
    return story ? "Nothing to save: readers see this version" : "Nothing to save yet"
  },
  browser: (time: string) => `Kept in this browser at ${time}. Press Update to publish it`,
  page: () => "Not saved: press Update to save and publish it",
}
