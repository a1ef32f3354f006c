/** A command that was given something it cannot work with; the message is one sentence that says what to write. */
export class WrongUse extends Error {}
