import { textFields } from "@/components/editor/text-fields"
import type { HeldStory } from "@/lib/posts/save-answer"

/** What a step that was taken changes in the form: what was meant for that step alone goes with it. */
export function resetFields(form: HTMLFormElement | null, sent: FormData, story: HeldStory): void {
  const intent = sent.get("intent")
  showHeldMode(form, sent, story)
  if (intent === "publish") tellAgain(form)
  if (intent !== "save") clearNote(form, sent)
}

/** What was chosen for one update holds for no other. */
function tellAgain(form: HTMLFormElement | null): void {
  const { tell } = textFields(form)
  if (tell) tell.value = "updated"
}

/** A note goes with one step; one that was changed meanwhile waits for the next. */
function clearNote(form: HTMLFormElement | null, sent: FormData): void {
  const { note } = textFields(form)
  if (note && note.value === sent.get("note")) note.value = ""
}

/** The time of a schedule ends with it, since "Publish" asks what a time is meant for; another one may be typed already. */
export function clearTime(form: HTMLFormElement | null, scheduledFor: string): void {
  const { publishAt } = textFields(form)
  if (publishAt && publishAt.value === scheduledFor) publishAt.value = ""
}

/** Shows how the story takes comments now, which a moderator may have set, unless another mode was chosen while it was saved. */
function showHeldMode(form: HTMLFormElement | null, sent: FormData, { commentMode }: HeldStory): void {
  const { commentMode: chosen, commentModeSeen: seen } = textFields(form)
  if (!chosen || !seen) return
  seen.value = commentMode ?? ""
  if (chosen.value === sent.get("commentMode")) chosen.value = seen.value
}
