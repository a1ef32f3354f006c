import { clockTime } from "@/components/editor/clock"
import type { SaverView } from "@/components/editor/saver-tools"
import { isTrouble, type SavingState, type Wish } from "@/components/editor/saving-state"

/** In a few words: whether what is on the page is saved. Read out when it changes. */
export function SaveStatus({ view }: { view: SaverView }) {
  return (
    <p role="status" className="flex min-w-0 items-center gap-2 text-sm text-ink-soft">
      {view.dirty ? <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" /> : null}
      <span className="truncate">{words(view)}</span>
    </p>
  )
}

function words({ story, state, dirty }: SaverView): string {
  if (state.phase === "saving") return doing[state.wish]
  if (isTrouble(state)) return "Not saved"
  if (state.phase === "kept") return keptWords[state.kept](clockTime(state.at), story !== null)
  if (dirty) return story?.status === "published" ? "Changes not published yet" : "Unsaved changes"
  if (state.phase === "saved") return `${doneWords(state)} at ${clockTime(state.story.savedAt)}`
  return story ? "Saved" : "New story"
}

const doing: Record<Wish, string> = {
  save: "Saving…",
  submit: "Submitting…",
  publish: "Publishing…",
  unpublish: "Unpublishing…",
}

function doneWords({ wish, updated }: Extract<SavingState, { phase: "saved" }>): string {
  return wish === "publish" && updated ? "Updated" : done[wish]
}

const done: Record<Wish, string> = {
  save: "Saved",
  submit: "Submitted for review",
  publish: "Published",
  unpublish: "Unpublished",
}

const keptWords = {
  nothing: (_: string, isPublished: boolean) =>
    isPublished ? "Nothing to save: readers see this version" : "Nothing to save yet",
  browser: (time: string) => `Kept in this browser at ${time}. Press Update to publish it`,
  page: () => "Not saved: press Update to save and publish it",
}
