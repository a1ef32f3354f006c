import { EditedStory } from "@/components/editor/edited-story"
import { SaveTimers } from "@/components/editor/save-timers"
import type { SaverTools } from "@/components/editor/saver-tools"
import {
  hasCopy,
  isTrouble,
  savesItself,
  stateAfterTyping,
  type Wish,
} from "@/components/editor/saving-state"
import { StoryDelivery } from "@/components/editor/story-delivery"
import { StorySender } from "@/components/editor/story-sender"
import type { CheckFinding } from "@/lib/documents/check-finding"
import type { HeldText, SaveAnswer } from "@/lib/documents/save-answer"

/**
 * Saves what is typed, one save after the other so that two never meet, and knows what is not saved yet.
 * Drafts are saved by themselves, and newer words of a published story; what readers see is changed by a button alone.
 */
export class Saver {
  #story: EditedStory
  #delivery: StoryDelivery
  #queue: Promise<unknown> = Promise.resolve()
  #pending = new Set<Wish>()
  #timers = new SaveTimers({
    autosave: () => this.#autosave(),
    keep: () => this.keepNow(),
    retry: () => this.tryAgain(),
  })

  constructor(
    loaded: HeldText | null,
    private readonly tools: SaverTools,
  ) {
    this.#story = new EditedStory(loaded, tools)
    this.#delivery = new StoryDelivery(this.#story, new StorySender(tools.actions), this.#timers)
  }

  readonly view = () => this.#story.view()
  readonly subscribe = (listener: () => void) => this.#story.subscribe(listener)
  /** Keeps unsaved text in this browser without waiting for a pause. */
  readonly keepNow = (): boolean => this.#story.keep()

  /** Something was typed, in this field. */
  touch(field: string): void {
    this.#story.changed()
    this.#story.show({ dirty: true, state: stateAfterTyping(this.view().state, field) })
    this.#timers.typed()
  }

  /** Does what was asked once everything asked before is done; a second click on a button is the first. */
  save(wish: Wish): Promise<SaveAnswer | null> {
    if (this.#pending.has(wish) && wish !== "save") return Promise.resolve(null)
    return this.#enqueue(wish, () => this.#delivery.run(wish))
  }

  /** The person has been shown what the checklist found, and wants it all the same. */
  saveAnyway({
    findings,
    wish,
  }: {
    findings: readonly CheckFinding[]
    wish: Wish
  }): Promise<SaveAnswer | null> {
    if (this.#pending.has(wish)) return Promise.resolve(null)
    this.#story.override(findings.map(({ kind }) => kind))
    return this.save(wish)
  }

  /** The person has been told of somebody else's version, and wants their own. */
  saveOver(theirs: HeldText, wish: Wish): Promise<SaveAnswer | null> {
    this.#story.basedOn(theirs)
    this.#story.show({ story: theirs })
    const showing = wish === "save" && theirs.status === "published" && !hasCopy(theirs)
    return this.save(showing ? "publish" : wish)
  }

  /**
   * The text of an earlier visit is on the page again, as a change of the version it was typed over. `key`: what a new
   * story was named there, since its first save may have arrived.
   */
  resume(version: number, key: string): void {
    this.#story.basedOn(this.view().story ? { version } : { version: 0, key })
    this.touch("body")
    this.keepNow()
  }

  /** Ctrl+S: saves, but changes nothing that readers see; that is for a button. */
  async saveByKey(): Promise<SaveAnswer | null> {
    const { story, state } = this.view()
    const { isDirty } = this.#story
    // Of a published text only what is new makes newer words.
    const saves = story && story.status !== "published" ? true : isDirty && savesItself(story)
    if (saves) return this.save("save")
    const kept = !isDirty ? "nothing" : this.keepNow() ? "browser" : "page"
    if (!isTrouble(state)) this.#story.show({ state: { phase: "kept", kept, at: Date.now() } })
    return null
  }

  /** Says what is wrong before anything is sent. */
  refuse(errors: Record<string, string>, message?: string): void {
    this.#story.refuse(errors, message)
  }

  /** The site may be within reach again, or the person signed in. What was never answered is sent as it was, and a Publish only while nothing was typed since. */
  readonly tryAgain = (): void => {
    const { story, state } = this.view()
    if (this.#pending.size > 0) return
    const sent = this.#delivery.unanswered
    if (sent) {
      // Words that were changed since are not published by themselves: the button is for that.
      if (sent.wish === "save" || sent.edit === this.#story.edit)
        void this.#enqueue(sent.wish, () => this.#delivery.deliver(sent))
      else if (savesItself(story)) void this.save("save")
      return
    }
    const away = state.phase === "unreachable" || state.phase === "signed-out"
    if (away && this.#story.isDirty && savesItself(story)) void this.save("save")
  }

  /** Nothing that was typed is wanted any more. */
  abandon(): void {
    this.#story.savedUpTo(this.#story.edit)
    this.#story.forget()
    this.#story.show({ dirty: false })
  }

  /** Ends the timers; unsaved text is kept first. */
  dispose(): void {
    this.keepNow()
    this.#timers.stop()
  }

  #autosave(): void {
    const { story, state } = this.view()
    if (this.#delivery.unanswered) {
      this.tryAgain()
      return
    }
    // Whoever has been told of another version decides first.
    if (state.phase === "stale" || this.#pending.size > 0) return
    if (!this.#story.isDirty || !savesItself(story)) return
    this.#timers.restart()
    if (story !== null || this.tools.isWorthSaving())
      void this.#enqueue("save", () => this.#delivery.run("save", { byItself: true }))
  }

  #enqueue(wish: Wish, work: () => Promise<SaveAnswer | null>): Promise<SaveAnswer | null> {
    this.#pending.add(wish)
    const next = this.#queue.then(work).finally(() => this.#pending.delete(wish))
    this.#queue = next.catch(() => null)
    return next
  }
}
