/** Data as JSON for a script element: it cannot close that, nor end a line for an old parser. */
export class ScriptJson {
  readonly #text: string

  constructor(data: object) {
    this.#text = JSON.stringify(data)
      .replaceAll("<", "\\u003c")
      .replaceAll("\u2028", "\\u2028")
      .replaceAll("\u2029", "\\u2029")
  }

  toString(): string {
    return this.#text
  }
}
