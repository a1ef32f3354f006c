import { clockTime } from "@/components/editor/clock"
import type { SaverView } from "@/components/editor/saver"
import type { Wish } from "@/components/editor/saving-state"

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
  if (state.phase === "refused" || state.phase === "stale") return "Not saved"
  if (state.phase === "signed-out" || state.phase === "unreachable") return "Not saved"
  if (dirty) return story?.status === "published" ? "Changes readers do not see yet" : "Unsaved changes"
  if (state.phase === "saved") return `${done[state.wish]} at ${clockTime(state.story.savedAt)}`
  return story ? "Saved" : "New story"
}

const doing: Record<Wish, string> = {
  save: "Saving…",
  submit: "Handing in…",
  publish: "Publishing…",
  unpublish: "Taking it back…",
}

const done: Record<Wish, string> = {
  save: "Saved",
  submit: "Handed in",
  publish: "Published",
  unpublish: "Unpublished",
}
