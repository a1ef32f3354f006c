/** Letters of a correction, and of what a reader says is wrong. */
export const longestCorrection = 2000
