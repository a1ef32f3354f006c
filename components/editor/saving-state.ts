import type { SaveIntent } from "@/lib/posts/input"
import type { HeldStory } from "@/lib/posts/save-answer"

/** What a button of the editor asks for. */
export type Wish = SaveIntent | "unpublish"

/** What became of the last wish. */
export type SavingState =
  | { phase: "idle" }
  | { phase: "saving"; wish: Wish }
  | { phase: "saved"; wish: Wish; story: HeldStory }
  | { phase: "refused"; message: string; errors: Record<string, string> }
  | { phase: "stale"; wish: Wish; by: string | null; theirs: HeldStory }
  | { phase: "signed-out" }
  | { phase: "unreachable" }

/** Whether a story may be saved without anybody pressing a button: only while readers do not see it. */
export function savesItself(story: HeldStory | null): boolean {
  return story === null || story.status === "draft" || story.status === "in_review"
}
