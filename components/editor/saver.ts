import { type SavingState, savesItself, type Wish } from "@/components/editor/saving-state"
import { documentLimits } from "@/lib/documents/limits"
import type { HeldStory, SaveAnswer } from "@/lib/posts/save-answer"

export type StoryActions = {
  save: (form: FormData) => Promise<SaveAnswer>
  unpublish: (form: FormData) => Promise<SaveAnswer>
}

/** What a saver needs of the page it works for. */
export type SaverTools = {
  actions: StoryActions
  /** Everything typed, at this moment. */
  collect: () => FormData
  /** Whether there is enough on a new page to begin a draft by itself. */
  isWorthSaving: () => boolean
  /** Keeps what is typed in this browser, as a change of this version. */
  keep: (storyId: number | null, version: number) => void
  forget: (storyId: number | null) => void
  /** A new story has got its number. */
  born: (story: HeldStory) => void
}

export type SaverView = { story: HeldStory | null; state: SavingState; dirty: boolean }

/** A pause of this length saves a draft; whoever never pauses is saved all the same. In milliseconds. */
const pauses = { autosave: 4000, longest: 20_000, keep: 400 }

/**
 * Saves what is typed, one save after the other so that two never meet, and knows what is not saved yet.
 * Drafts are saved by themselves; what readers see is changed by a button alone.
 */
export class Saver {
  #view: SaverView
  #version: number
  #edits = { made: 0, saved: 0 }
  #queue: Promise<unknown> = Promise.resolve()
  #running: Wish | null = null
  #dirtySince: number | null = null
  #timers: { autosave?: Timer; keep?: Timer } = {}
  #listeners = new Set<() => void>()

  constructor(
    loaded: HeldStory | null,
    private readonly tools: SaverTools,
  ) {
    this.#view = { story: loaded, state: { phase: "idle" }, dirty: false }
    this.#version = loaded?.version ?? 0
  }

  readonly view = (): SaverView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something was typed. */
  touch(): void {
    this.#edits.made++
    // What was refused is being mended, and what was said of it may not be true any more.
    const mending = this.#view.state.phase === "refused"
    this.#show({ dirty: true, ...(mending ? { state: { phase: "idle" } } : {}) })
    clearTimeout(this.#timers.keep)
    this.#timers.keep = setTimeout(() => this.keepNow(), pauses.keep)
    this.#autosaveLater()
  }

  /** Does what was asked once everything asked before is done; a second click on a button is the first. */
  save(wish: Wish): Promise<SaveAnswer | null> {
    if (this.#running === wish && wish !== "save") return Promise.resolve(null)
    const next = this.#queue.then(() => this.#run(wish))
    this.#queue = next.catch(() => null)
    return next
  }

  /** The person has been told of somebody else's version, and wants their own. */
  saveOver(theirs: HeldStory, wish: Wish): Promise<SaveAnswer | null> {
    this.#version = theirs.version
    this.#show({ story: theirs })
    return this.save(wish === "save" && theirs.status === "published" ? "publish" : wish)
  }

  /** The text of an earlier visit is on the page again, as a change of the version it was typed over. */
  resume(version: number): void {
    if (this.#view.story) this.#version = version
    this.touch()
  }

  /** Nothing that was typed is wanted any more. */
  abandon(): void {
    this.#edits.saved = this.#edits.made
    this.tools.forget(this.#view.story?.id ?? null)
    this.#show({ dirty: false })
  }

  /** Keeps unsaved text in this browser without waiting for a pause. */
  readonly keepNow = (): void => {
    if (this.#isDirty()) this.tools.keep(this.#view.story?.id ?? null, this.#version)
  }

  /** Ends the timers; unsaved text is kept first. */
  dispose(): void {
    this.keepNow()
    clearTimeout(this.#timers.autosave)
    clearTimeout(this.#timers.keep)
  }

  async #run(wish: Wish): Promise<SaveAnswer | null> {
    clearTimeout(this.#timers.autosave)
    const made = this.#edits.made
    const form = this.tools.collect()
    if (new Blob([String(form.get("body"))]).size > documentLimits.bytes) {
      this.#show({ state: { phase: "refused", message: tooLong, errors: { body: tooLong } } })
      return null
    }
    form.set("intent", wish === "unpublish" ? "save" : wish)
    form.set("id", String(this.#view.story?.id ?? ""))
    form.set("version", String(this.#version || ""))
    this.#running = wish
    this.#show({ state: { phase: "saving", wish } })
    const answer = await this.#send(wish, form)
    this.#running = null
    if (!answer) {
      this.keepNow()
      this.#show({ state: { phase: "unreachable" } })
      return null
    }
    const stale = !answer.ok && answer.reason === "stale"
    if ("story" in answer && answer.story && !stale) this.#hold(answer.story)
    if (answer.ok && wish !== "unpublish") this.#edits.saved = made
    this.#show({ state: ended(answer, wish), dirty: this.#isDirty() })
    if (!this.#isDirty()) this.#dirtySince = null
    else if (answer.ok) this.#autosaveLater()
    this.keepNow()
    return answer
  }

  /** Null when the site did not answer: no network, a restart, or a page older than the last deploy. */
  async #send(wish: Wish, form: FormData): Promise<SaveAnswer | null> {
    const { actions } = this.tools
    try {
      return (await (wish === "unpublish" ? actions.unpublish(form) : actions.save(form))) ?? null
    } catch {
      return null
    }
  }

  #hold(story: HeldStory): void {
    const before = this.#view.story
    this.tools.forget(before?.id ?? null)
    this.#version = story.version
    this.#show({ story })
    if (before === null) this.tools.born(story)
  }

  #autosaveLater(): void {
    const now = Date.now()
    this.#dirtySince ??= now
    const left = Math.max(0, this.#dirtySince + pauses.longest - now)
    clearTimeout(this.#timers.autosave)
    this.#timers.autosave = setTimeout(() => this.#autosave(), Math.min(pauses.autosave, left))
  }

  #autosave(): void {
    const { story, state } = this.#view
    // Whoever has been told of another version decides first.
    if (!this.#isDirty() || state.phase === "stale" || this.#running || !savesItself(story)) return
    this.#dirtySince = null
    if (story !== null || this.tools.isWorthSaving()) void this.save("save")
  }

  #isDirty(): boolean {
    return this.#edits.made !== this.#edits.saved
  }

  #show(change: Partial<SaverView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}

type Timer = ReturnType<typeof setTimeout>

const tooLong = "This text is longer than a story can be (500 kB). Make two stories of it."

function ended(answer: SaveAnswer, wish: Wish): SavingState {
  if (answer.ok) return { phase: "saved", wish, story: answer.story }
  if (answer.reason === "stale") return { phase: "stale", wish, by: answer.by, theirs: answer.story }
  if (answer.reason === "signed-out") return { phase: "signed-out" }
  return { phase: "refused", message: answer.message, errors: answer.errors }
}
