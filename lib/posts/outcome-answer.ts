import type { SaveAnswer } from "@/lib/documents/save-answer"
import { checklistRefusal } from "@/lib/posts/checklist-words"
import type { SaveIntent } from "@/lib/posts/input"
import { type HeldStory, refusedSave } from "@/lib/posts/save-answer"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"

type Wished = {
  intent?: SaveIntent
  /** A draft that was made before the rest was refused. */
  made?: SavedPost
}

/** What the editor is told of a change of a story. */
export function answerOf(
  outcome: SaveOutcome,
  { intent = "save", made }: Wished = {},
): SaveAnswer<HeldStory> {
  if (outcome.ok) return { ok: true, story: held(outcome.post) }
  if (outcome.reason === "is-published") return refusedSave(outcome.reason, held(outcome.post))
  if (outcome.reason === "checklist") {
    const { findings } = outcome
    const message = checklistRefusal(intent)
    return {
      ok: false,
      reason: "refused",
      message,
      errors: {},
      findings,
      ...(made ? { story: held(made) } : {}),
    }
  }
  if (outcome.reason !== "stale") return refusedSave(outcome.reason, made && held(made))
  return { ok: false, reason: "stale", by: outcome.by, own: outcome.own, story: held(outcome.post) }
}

function held({ updatedAt, publishedAt: _, publishAt, ...story }: SavedPost): HeldStory {
  return {
    ...story,
    path: `/posts/${story.slug}`,
    savedAt: updatedAt.toISOString(),
    publishAt: publishAt?.toISOString() ?? null,
  }
}
