/** What people read of a document that cannot be saved, where its parts do not say it themselves. */
export const unreadable =
  "The text could not be read and was not saved. Copy it, reload the page and paste it again."
export const documentTooLong = "This text is longer than a story can be (500 kB). Make two stories of it."
