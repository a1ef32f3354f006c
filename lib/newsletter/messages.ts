/** What a person reads when a sign-up is refused; the address is still in the form. */
export const subscribeRefusals = {
  "too-fast": "Too many sign-ups have come from your network in the last hour. Please try again later.",
  "too-many": "Very many people are signing up at the moment. Please try again in an hour.",
  // A browser fills in what it knows, and nobody sees that it did.
  filled:
    "A field of this form that nobody sees was filled in, perhaps by your browser. It is empty again: please send the form once more.",
} as const
