/** Letters of a note; open notes on a story; answers to one note. */
export const noteLimits = { body: 2000, open: 200, replies: 100 }
