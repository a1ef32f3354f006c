/** What a person reads when no more mail can be asked for. */
export const askRefusals = {
  "too-fast": "Too many messages were asked for from your network in the last hour. Please try again later.",
  "too-many": "Very many messages are being asked for at the moment. Please try again in an hour.",
} as const

/** Whoever asks for the link of a comment reads this, also where nothing goes out because it has gone out before. */
export const linkMailed =
  "Check your inbox: a message with a link goes to the address you typed, once a day at most. An earlier link works as well."
