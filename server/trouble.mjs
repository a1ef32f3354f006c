/** Something the person at the terminal can mend: one sentence that says how, shown without a stack. */
export class Trouble extends Error {
  /**
   * @param {string} message one sentence
   * @param {string} [output] what a program that failed said, shown above the sentence
   */
  constructor(message, output = "") {
    super(message)
    this.name = "Trouble"
    this.output = output
  }
}

/**
 * By name, since the compiled front door carries a copy of the class.
 * @param {unknown} error
 * @returns {error is Trouble}
 */
export function isTrouble(error) {
  return error instanceof Error && error.name === "Trouble"
}
