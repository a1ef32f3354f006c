import type { EditedStory } from "@/components/editor/edited-story"
import type { SaveTimers } from "@/components/editor/save-timers"
import {
  isWithoutText,
  standingTrouble,
  stateAfter,
  type Wish,
  withRefusal,
} from "@/components/editor/saving-state"
import type { SentStory, StorySender } from "@/components/editor/story-sender"
import { documentLimits } from "@/lib/documents/limits"
import type { SaveAnswer } from "@/lib/documents/save-answer"

/** Sends a story, what was never answered first, and takes in what the site answers. */
export class StoryDelivery {
  constructor(
    private readonly story: EditedStory,
    private readonly sender: StorySender,
    private readonly timers: SaveTimers,
  ) {}

  /** What was sent and never answered. */
  get unanswered(): SentStory | null {
    return this.sender.unanswered
  }

  /** Does what a button or a pause (`byItself`) asks for; null when it was not answered, or not sent. */
  async run(wish: Wish, { byItself = false } = {}): Promise<SaveAnswer | null> {
    const again = this.sender.repetition(wish)
    if (again) {
      const answer = await this.deliver(again, { wish, byItself })
      const isAll = again.wish === wish && again.edit === this.story.edit
      if (!answer || (answer.ok && isAll)) return answer
    }
    const form = this.story.form(wish)
    if (new Blob([String(form.get("body"))]).size > documentLimits.bytes) {
      this.story.refuse({ body: tooLong }, tooLong)
      return null
    }
    return this.deliver({ wish, form, edit: this.story.edit }, { byItself })
  }

  /** Sends once. `wish`: what it is sent for, which can be more than what is in it. */
  async deliver(
    sent: SentStory,
    { wish = sent.wish, byItself = false }: { wish?: Wish; byItself?: boolean } = {},
  ): Promise<SaveAnswer | null> {
    const { state, story } = this.story.view()
    this.timers.hold()
    this.story.show({ state: { phase: "saving", wish, trouble: standingTrouble(state) } })
    const answer = await this.sender.send(sent)
    if (answer === null) {
      this.story.show({ state: { phase: "unreachable", wish } })
      this.timers.retryLater()
    } else {
      const stale = !answer.ok && answer.reason === "stale"
      if ("story" in answer && answer.story && !stale) this.story.hold(answer.story)
      if (answer.ok && !isWithoutText(sent.wish)) {
        this.story.savedUpTo(sent.edit)
        this.story.noteSavedTitle(sent.form)
      }
      const dirty = this.story.isDirty
      const after = stateAfter(answer, wish, story?.status === "published")
      const standing = standingTrouble(this.story.view().state)
      this.story.show({ state: byItself ? withRefusal(after, standing) : after, dirty })
      // A step that was refused says nothing against saving its words; a save that was refused would be again.
      const isStepRefused = !answer.ok && answer.reason === "refused" && sent.wish !== "save"
      if (!dirty) this.timers.restart()
      else if (answer.ok || isStepRefused) this.timers.autosaveLater()
    }
    this.story.keep()
    return answer
  }
}

const tooLong = "Not saved: the story is too long (500 kB at most). Split it into two."
