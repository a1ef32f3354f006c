import { isTrouble, type SavingState, savesItself, type Wish } from "@/components/editor/saving-state"
import { documentLimits } from "@/lib/documents/limits"
import { checkFields, type HeldStory, type SaveAnswer } from "@/lib/posts/save-answer"

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
  /** Keeps what is typed in this browser, as a change of this version; false when the browser keeps nothing. */
  keep: (storyId: number | null, version: number) => boolean
  forget: (storyId: number | null) => void
  /** A new story has got its number. */
  born: (story: HeldStory) => void
}

export type SaverView = { story: HeldStory | null; state: SavingState; dirty: boolean }

/** A pause of this length saves a draft; whoever never pauses is saved all the same. In milliseconds. */
const pauses = { autosave: 4000, longest: 20_000, keep: 400, retry: 15_000 }

/**
 * Saves what is typed, one save after the other so that two never meet, and knows what is not saved yet.
 * Drafts are saved by themselves; what readers see is changed by a button alone.
 */
export class Saver {
  #view: SaverView
  #version: number
  #edits = { made: 0, saved: 0 }
  #queue: Promise<unknown> = Promise.resolve()
  #pending = new Set<Wish>()
  /** What was sent and never answered: the site may have saved it or not. */
  #unanswered: FormData | null = null
  #dirtySince: number | null = null
  #timers: { autosave?: Timer; keep?: Timer; retry?: Timer } = {}
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

  /** Something was typed, in this field. */
  touch(field: string): void {
    this.#edits.made++
    const { state } = this.#view
    // What was refused is being mended, and what was said of it may not be true any more.
    const outdated = state.phase === "kept" || (state.phase === "refused" && field in state.errors)
    this.#show({ dirty: true, ...(outdated ? { state: { phase: "idle" } } : {}) })
    clearTimeout(this.#timers.keep)
    this.#timers.keep = setTimeout(() => this.keepNow(), pauses.keep)
    this.#autosaveLater()
  }

  /** Does what was asked once everything asked before is done; a second click on a button is the first. */
  save(wish: Wish): Promise<SaveAnswer | null> {
    if (this.#pending.has(wish) && wish !== "save") return Promise.resolve(null)
    this.#pending.add(wish)
    const next = this.#queue.then(() => this.#run(wish)).finally(() => this.#pending.delete(wish))
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
    this.touch("body")
    this.keepNow()
  }

  /** Ctrl+S: saves, but changes nothing that readers see; that is for a button. */
  async saveByKey(): Promise<SaveAnswer | null> {
    const { story, state } = this.#view
    if (story ? story.status !== "published" : this.#isDirty()) return this.save("save")
    const kept = !this.#isDirty() ? "nothing" : this.keepNow() ? "browser" : "page"
    if (!isTrouble(state)) this.#show({ state: { phase: "kept", kept, at: Date.now() } })
    return null
  }

  /** Says what is wrong before anything is sent. */
  refuse(errors: Record<string, string>, message = checkFields): void {
    this.#show({ state: { phase: "refused", message, errors } })
  }

  /** The site may be within reach again, or the person signed in. */
  readonly tryAgain = (): void => {
    const { story, state } = this.#view
    if (state.phase !== "unreachable" && state.phase !== "signed-out") return
    if (this.#isDirty() && this.#pending.size === 0 && savesItself(story)) void this.save("save")
  }

  /** Nothing that was typed is wanted any more. */
  abandon(): void {
    this.#edits.saved = this.#edits.made
    this.tools.forget(this.#view.story?.id ?? null)
    this.#show({ dirty: false })
  }

  /** Keeps unsaved text in this browser without waiting for a pause. */
  readonly keepNow = (): boolean =>
    this.#isDirty() && this.tools.keep(this.#view.story?.id ?? null, this.#version)

  /** Ends the timers; unsaved text is kept first. */
  dispose(): void {
    this.keepNow()
    for (const timer of Object.values(this.#timers)) clearTimeout(timer)
  }

  async #run(wish: Wish): Promise<SaveAnswer | null> {
    clearTimeout(this.#timers.autosave)
    clearTimeout(this.#timers.retry)
    const { state, story } = this.#view
    this.#show({ state: { phase: "saving", wish, trouble: isTrouble(state) ? state : null } })
    if (this.#unanswered && !(await this.#askAgain(wish, this.#unanswered))) return this.#lose(wish)
    const made = this.#edits.made
    const form = this.#form(wish)
    if (new Blob([String(form.get("body"))]).size > documentLimits.bytes) {
      this.refuse({ body: tooLong }, tooLong)
      return null
    }
    const answer = await this.#send(wish, form)
    this.#unanswered = answer || wish === "unpublish" ? null : form
    if (!answer) return this.#lose(wish)
    const stale = !answer.ok && answer.reason === "stale"
    if ("story" in answer && answer.story && !stale) this.#hold(answer.story)
    if (answer.ok && wish !== "unpublish") this.#edits.saved = made
    const updated = story?.status === "published"
    this.#show({ state: ended(answer, wish, updated), dirty: this.#isDirty() })
    if (!this.#isDirty()) this.#dirtySince = null
    else if (answer.ok) this.#autosaveLater()
    this.keepNow()
    return answer
  }

  #lose(wish: Wish): null {
    this.keepNow()
    this.#show({ state: { phase: "unreachable", wish } })
    this.#timers.retry = setTimeout(this.tryAgain, pauses.retry)
    return null
  }

  #form(wish: Wish): FormData {
    const form = this.tools.collect()
    form.set("intent", wish === "unpublish" ? "save" : wish)
    form.set("id", String(this.#view.story?.id ?? ""))
    form.set("version", String(this.#version || ""))
    return form
  }

  /**
   * Sends once more what was never answered. If it had been saved, saving it again changes nothing and tells the
   * version; otherwise the next save would be taken for one from another tab. False: no answer again.
   */
  async #askAgain(wish: Wish, form: FormData): Promise<boolean> {
    const intent = form.get("intent")
    if (intent !== "save" && intent !== wish) return true
    const answer = await this.#send("save", form)
    if (answer?.ok) this.#hold(answer.story)
    this.keepNow()
    return answer !== null
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
    if (!this.#isDirty() || state.phase === "stale" || this.#pending.size > 0 || !savesItself(story)) return
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

const tooLong = "Not saved: the story is too long (500 kB at most). Split it into two."

function ended(answer: SaveAnswer, wish: Wish, updated: boolean): SavingState {
  if (answer.ok) return { phase: "saved", wish, story: answer.story, updated }
  if (answer.reason === "stale") {
    const { by, own, story } = answer
    return { phase: "stale", wish, by, own, theirs: story }
  }
  if (answer.reason === "signed-out") return { phase: "signed-out", wish }
  return { phase: "refused", message: answer.message, errors: answer.errors }
}
