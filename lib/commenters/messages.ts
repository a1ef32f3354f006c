/** What a person reads when no more mail can be asked for. */
export const askRefusals = {
  "too-fast": "Too many messages were asked for from your network in the last hour. Please try again later.",
  "too-many": "Very many messages are being asked for at the moment. Please try again in an hour.",
} as const
