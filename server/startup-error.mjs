/** Something the person at the terminal can mend: one sentence that says how, shown without a stack. */
export class StartupError extends Error {
  /**
   * @param {string} message one sentence
   * @param {string} [output] what a program that failed said, shown above the sentence
   */
  constructor(message, output = "") {
    super(message)
    this.name = "StartupError"
    this.output = output
  }
}

/**
 * By name, since the compiled server carries a copy of the class.
 * @param {unknown} error
 * @returns {error is StartupError}
 */
export function isStartupError(error) {
  return error instanceof Error && error.name === "StartupError"
}
