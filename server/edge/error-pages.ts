import { dependsOn } from "../cache/page-tags.ts"
import { type ErrorText, type Frame, framedPage, frameOf, plainPage } from "./error-page.ts"
import { textOf } from "./error-text.ts"
import { markLanguages } from "./mark-languages.ts"

/** What the frame of a page shows. */
const tags = ["frame"]

/** After a try that gave no frame, none is asked for again for so long. */
const pause = 10_000

/**
 * The pages of errors, in the publication's frame: masthead, footer, style sheet, language. The frame is cut out of the
 * page of addresses that do not exist, at the start and at the first error after a change of it: never once for each
 * error. While there is none, the plain page is shown.
 */
export class ErrorPages {
  #frame: Frame | null = null
  /** Counts changes, so that a frame from before one is not kept after it. */
  #version = 0
  /** From when on an error may ask for the frame. */
  #dueAt = Number.POSITIVE_INFINITY
  readonly #notFoundPage: () => Promise<string>
  /** The pages of statuses in the present frame. */
  readonly #ofStatus = new Map<number, Buffer>()

  constructor(notFoundPage: () => Promise<string>) {
    this.#notFoundPage = notFoundPage
  }

  /** The page that says what a status means: the same bytes until the frame changes, so that they are compressed once. */
  of(status: number): Buffer {
    const made = this.#frame && this.#ofStatus.get(status)
    if (made) return made
    const page = this.show(textOf(status))
    if (this.#frame) this.#ofStatus.set(status, page)
    return page
  }

  show(text: ErrorText): Buffer {
    if (!this.#frame && Date.now() >= this.#dueAt) void this.fetchFrame()
    return Buffer.from(this.#frame ? markLanguages(framedPage(this.#frame, text)) : plainPage(text))
  }

  changed(tag: string): void {
    if (!dependsOn(tags, tag)) return
    this.#version++
    if (this.#frame) this.#dueAt = 0
    this.#frame = null
    this.#ofStatus.clear()
  }

  /** Asks for the frame; never rejects, since there is the plain page. */
  async fetchFrame(): Promise<void> {
    this.#dueAt = Number.POSITIVE_INFINITY
    const version = this.#version
    const html = await this.#notFoundPage().catch(() => "")
    const current = version === this.#version
    this.#frame = current ? frameOf(html) : null
    if (!this.#frame) this.#dueAt = current ? Date.now() + pause : 0
  }
}
