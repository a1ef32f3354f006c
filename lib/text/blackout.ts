/** Stands where a moderator has blacked out words; as long whatever was there. `cleanText` takes the sign from what people type. */
export const blackoutMark = "\u25AE\u25AE\u25AE\u25AE"

/** So many letters can be blacked out at once: to search a long text for a long one takes their product. */
export const longestBlackout = 500

const marks = /\u25AE+/g

/** The text with a mark for each occurrence of the words, compared as typed; null where they do not occur. */
export function blackOut(text: string, words: string): string | null {
  if (words === "" || !text.includes(words)) return null
  return text.replaceAll(words, blackoutMark).replace(marks, blackoutMark)
}

export function hasBlackout(text: string): boolean {
  return text.includes(blackoutMark)
}

/** The pieces of a text between its marks. */
export function aroundBlackouts(text: string): string[] {
  return text.split(blackoutMark)
}
