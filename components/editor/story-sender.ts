import { isWithoutText, type Wish } from "@/components/editor/saving-state"
import type { SaveAnswer } from "@/lib/documents/save-answer"

export type StoryActions = {
  save: (form: FormData) => Promise<SaveAnswer>
  unpublish: (form: FormData) => Promise<SaveAnswer>
  unschedule?: (form: FormData) => Promise<SaveAnswer>
  /** Has the newest words be those that readers see, where there are newer ones. */
  discard?: (form: FormData) => Promise<SaveAnswer>
}

/** A story on its way. `edit`: the newest change that is in it. */
export type SentStory = { wish: Wish; form: FormData; edit: number }

/** Sends a story to the site, and remembers what was sent and never answered: it may have been saved or not. */
export class StorySender {
  #unanswered: SentStory | null = null

  constructor(private readonly actions: StoryActions) {}

  get unanswered(): SentStory | null {
    return this.#unanswered
  }

  /** Null when the site did not answer: no network, a restart, or a page older than the last deploy. */
  async send(sent: SentStory): Promise<SaveAnswer | null> {
    const answer = await this.#ask(sent)
    // What sends no text is repeated by its own button.
    this.#unanswered = answer || isWithoutText(sent.wish) ? null : sent
    return answer
  }

  /**
   * What was never answered, to be sent once more before another wish. If it had been done, doing it again changes nothing
   * and tells the version; otherwise the next save would be taken for one from another tab. Readers are shown it only if
   * that is what is wished again: of somebody who now wishes something else its words alone are saved.
   */
  repetition(wish: Wish): SentStory | null {
    const sent = this.#unanswered
    if (!sent || sent.wish === wish || sent.wish === "save") return sent
    sent.form.set("intent", "save")
    return { ...sent, wish: "save" }
  }

  async #ask({ wish, form }: SentStory): Promise<SaveAnswer | null> {
    try {
      const act = isWithoutText(wish) ? this.actions[wish] : this.actions.save
      return (await act?.(form)) ?? null
    } catch {
      return null
    }
  }
}
