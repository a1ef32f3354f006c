import { type RefObject, useRef } from "react"
import { textFields } from "@/components/editor/text-fields"
import type { SaveAnswer } from "@/lib/documents/save-answer"
import type { HeldStory } from "@/lib/posts/save-answer"

export type StoryAction = (form: FormData) => Promise<SaveAnswer<HeldStory>>

type Options = {
  form: RefObject<HTMLFormElement | null>
  /** When the story goes out, as it was loaded. */
  publishAt: string
  actions: { save: StoryAction; unschedule: StoryAction }
}

/** The actions of a story which, once they are done, reset the fields that were meant for one step alone, and show how the story takes comments now. */
export function useFieldResets({ form, publishAt, actions }: Options): Options["actions"] {
  const scheduledFor = useRef(publishAt)
  return {
    save: async (sent) => {
      const answer = await actions.save(sent)
      if (!answer.ok) return answer
      const intent = sent.get("intent")
      if (intent === "schedule") scheduledFor.current = String(sent.get("publishAt"))
      showHeldMode(form.current, sent, answer.story)
      if (intent === "publish") tellAgain(form.current)
      if (intent !== "save") clearNote(form.current, sent)
      return answer
    },
    unschedule: async (sent) => {
      const answer = await actions.unschedule(sent)
      if (answer.ok) clearTime(form.current, scheduledFor.current)
      return answer
    },
  }
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
function clearTime(form: HTMLFormElement | null, scheduledFor: string): void {
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
