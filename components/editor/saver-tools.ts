import type { Keeping } from "@/components/editor/kept-text"
import type { SavingState } from "@/components/editor/saving-state"
import type { StoryActions } from "@/components/editor/story-sender"
import type { HeldText } from "@/lib/documents/save-answer"

/** What saving needs of the page it works for. */
export type SaverTools = {
  actions: StoryActions
  /** Names a new story of this page, so that its first save can be repeated. */
  key: string
  /** Everything typed, at this moment. */
  collect: () => FormData
  /** Whether there is enough on a new page to begin a draft by itself. */
  isWorthSaving: () => boolean
  /** Keeps what is typed in this browser, as a change of this version. */
  keep: (storyId: number | null, version: number) => Keeping
  forget: (storyId: number | null) => void
  /** A new story has got its number. */
  created: (story: HeldText) => void
}

export type SaverView = {
  story: HeldText | null
  /** The title that was saved last from this page; null before its first save. */
  savedTitle: string | null
  state: SavingState
  dirty: boolean
  /** How the browser took the last text that it was to keep. */
  keeping: Keeping
}
