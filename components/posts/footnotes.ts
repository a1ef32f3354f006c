import { type Html, html } from "@/lib/text/html"
import { linkSegments } from "@/lib/text/links"

/** The footnotes of one text, numbered as they come. */
export class Footnotes {
  readonly #texts: string[] = []

  /** @param target where its links open, as an attribute */
  constructor(private readonly target: Html = html``) {}

  /** The number in the text, which leads to its note. */
  mark(text: string): Html {
    const number = this.#texts.push(text)
    return html`<sup class="note-mark"><a href="#note-${number}" id="note-mark-${number}" aria-label="Note ${number}"${this.target}>${number}</a></sup>`
  }

  /** All of them, to stand under the text; each leads back. */
  list(dir: Html): Html {
    if (this.#texts.length === 0) return html``
    const notes = this.#texts.map(
      (text, at) =>
        html`<li id="note-${at + 1}"${dir}>${linked(text)} <a href="#note-mark-${at + 1}" aria-label="Back to the text"${this.target}>↩</a></li>`,
    )
    return html`<section class="notes" aria-label="Notes"><ol>${notes}</ol></section>`
  }
}

/** A source that is written out can be opened. */
function linked(text: string): Html[] {
  return linkSegments(text).map(({ text, href }) =>
    href ? html`<a href="${href}" rel="noopener">${text}</a>` : html`${text}`,
  )
}
