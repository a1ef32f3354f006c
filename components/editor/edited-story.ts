import type { SaverTools, SaverView } from "@/components/editor/saver-tools"
import { isWithoutText, type Wish } from "@/components/editor/saving-state"
import { checkFields, type HeldText } from "@/lib/documents/save-answer"

/** The story as the page has it: the version that is being changed, and which changes are not saved yet. */
export class EditedStory {
  #view: SaverView
  #version: number
  #key: string
  #anyway = ""
  #edits = { made: 0, saved: 0 }
  #listeners = new Set<() => void>()

  constructor(
    loaded: HeldText | null,
    private readonly tools: SaverTools,
  ) {
    this.#view = { story: loaded, savedTitle: null, state: { phase: "idle" }, dirty: false, keeping: "kept" }
    this.#version = loaded?.version ?? 0
    this.#key = tools.key
  }

  readonly view = (): SaverView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What does not change renders nothing again: this is called with each key. */
  show(change: Partial<SaverView>): void {
    const names = Object.keys(change) as (keyof SaverView)[]
    if (names.every((name) => change[name] === this.#view[name])) return
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Says what is wrong with it. */
  refuse(errors: Record<string, string>, message: string = checkFields): void {
    this.show({ state: { phase: "refused", message, errors } })
  }

  /** The newest change. */
  get edit(): number {
    return this.#edits.made
  }

  get isDirty(): boolean {
    return this.#edits.made !== this.#edits.saved
  }

  changed(): void {
    this.#edits.made++
  }

  /** The changes up to this one need no saving any more. */
  savedUpTo(edit: number): void {
    this.#edits.saved = edit
  }

  /** The title that the site has now. */
  noteSavedTitle(form: FormData): void {
    this.show({ savedTitle: String(form.get("title") ?? "").trim() })
  }

  /** What is typed is a change of this version from now on. */
  basedOn({ version, key = this.#key }: { version: number; key?: string }): void {
    this.#version = version
    this.#key = key
  }

  /** What of the checklist the next form is sent in spite of. */
  override(kinds: readonly string[]): void {
    this.#anyway = [...new Set(kinds)].join(" ")
  }

  /** Everything typed, as the site takes it. */
  form(wish: Wish): FormData {
    const { story } = this.#view
    const form = this.tools.collect()
    form.set("intent", isWithoutText(wish) ? "save" : wish)
    form.set("id", String(story?.id ?? ""))
    form.set("version", String(this.#version || ""))
    if (!story) form.set("key", this.#key)
    if (this.#anyway) form.set("anyway", this.#anyway)
    this.#anyway = ""
    return form
  }

  /** Takes over what the site says that it holds now. */
  hold(story: HeldText): void {
    const before = this.#view.story
    this.forget()
    this.#version = story.version
    this.show({ story })
    if (before === null) this.tools.created(story)
  }

  /** Keeps unsaved text in this browser; false when it could not, or there is none. */
  keep(): boolean {
    if (!this.isDirty) return false
    const keeping = this.tools.keep(this.#view.story?.id ?? null, this.#version)
    if (keeping !== this.#view.keeping) this.show({ keeping })
    return keeping === "kept" || keeping === "kept-instead"
  }

  forget(): void {
    this.tools.forget(this.#view.story?.id ?? null)
  }
}
