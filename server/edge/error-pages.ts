import { dependsOn } from "../cache/page-tags.ts"
import { type ErrorText, type Frame, framedPage, frameOf, plainPage } from "./error-page.ts"

/** What the frame of a page shows. */
const tags = ["frame"]

/**
 * The pages of errors, in the publication's frame: masthead, footer, style sheet, language. The frame is cut out of the
 * page of addresses that do not exist, at the start and after each change of it; no error ever asks for one. While there
 * is none, the plain page is shown.
 */
export class ErrorPages {
  #frame: Frame | null = null
  #state: "idle" | "asking" | "out of date" = "idle"
  #kept = false
  readonly #notFoundPage: () => Promise<string>

  constructor(notFoundPage: () => Promise<string>) {
    this.#notFoundPage = notFoundPage
  }

  show(text: ErrorText): string {
    return this.#frame ? framedPage(this.#frame, text) : plainPage(text)
  }

  changed(tag: string): void {
    if (!this.#kept || !dependsOn(tags, tag)) return
    this.#frame = null
    void this.keepFrame()
  }

  /** Asks for the frame, and from now on again after a change; never twice at once. */
  async keepFrame(): Promise<void> {
    this.#kept = true
    if (this.#state !== "idle") {
      this.#state = "out of date"
      return
    }
    let html: string
    do {
      this.#state = "asking"
      html = await this.#notFoundPage().catch(() => "")
    } while (this.#is("out of date"))
    this.#frame = frameOf(html)
    this.#state = "idle"
  }

  /** Another change may have come while the page was being asked for. */
  #is(state: "out of date"): boolean {
    return this.#state === state
  }
}
