/**
 * Stands where a moderator has blacked out words; as long whatever was there. `cleanText` takes it from what people type,
 * so nobody can forge it. Nothing draws it: wherever a text is shown, a box or `blackoutWords` take its place.
 */
export const blackoutMark = "\uFFFA"

/** What the mark says to those who hear a page, and where there is nothing but text. */
export const blackoutWords = "[blacked out by a moderator]"

/** So many letters can be blacked out at once: to search a long text for a long one takes their product. */
export const longestBlackout = 500

const marks = /\uFFFA+/g

/** The text with a mark for each occurrence of the words, compared as typed; null where they do not occur. */
export function blackOut(text: string, words: string): string | null {
  const selected = words.replaceAll(blackoutWords, blackoutMark)
  const found = [selected, words].find((each) => each !== "" && text.includes(each))
  return found === undefined ? null : text.replaceAll(found, blackoutMark).replace(marks, blackoutMark)
}

export function hasBlackout(text: string): boolean {
  return text.includes(blackoutMark)
}

/** The pieces of a text between its marks. */
export function aroundBlackouts(text: string): string[] {
  return text.split(blackoutMark)
}

/** The text for places that show nothing but letters. */
export function spellOutBlackouts(text: string): string {
  return text.replaceAll(blackoutMark, blackoutWords)
}

/** Puts the marks back into a text that was edited where they were spelled out; never more than there were. */
export function restoreBlackouts(edited: string, before: string): string {
  let left = aroundBlackouts(before).length - 1
  return edited.replaceAll(blackoutWords, (words) => (left-- > 0 ? blackoutMark : words))
}
