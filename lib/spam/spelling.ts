import { plainSpelling } from "@/lib/spam/disguise"
import { cyrillicTwins, digitLookalikes } from "@/lib/spam/lookalikes"
import { fold, wordsOf } from "@/lib/text/fold"

/** Longer words are cut here, so that what is kept of a wall of letters is small. */
const longest = 24

/**
 * The words of a text as the filter spells them: case and accents folded, numbers by their length only (so that no
 * telephone number is kept), letters that stand in for others put right, and two letters at a time where a script
 * writes no space between words.
 */
export function spell(text: string): string[] {
  const words: string[] = []
  for (const word of wordsOf(fold(text))) {
    // Most words are plain; what follows would leave them as they are.
    if (/^[a-z]{1,24}$/.test(word)) words.push(word)
    else if (/^\d+$/.test(word)) words.push("0".repeat(Math.min(word.length, 5)))
    else if (unspaced.test(word)) for (const two of twos(word)) words.push(two)
    else words.push(cut(plainSpelling(word), longest))
  }
  return words
}

/** Of scripts that write no space between words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

function twos(word: string): string[] {
  const letters = [...cut(word, 400)]
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** Cuts a word without leaving half a letter, which Postgres would refuse. */
function cut(word: string, longest: number): string {
  return word.length <= longest ? word : word.slice(0, longest).replace(/\p{Cs}$/u, "")
}

/** Each letter and digit of a folded text as one of those that it can be taken for: "0" and Cyrillic "о" are "o". */
export function plainLetters(folded: string): string {
  return folded.replace(/[013457lа-яіј]/g, (letter) =>
    letter === "l" ? "i" : (digitLookalikes.get(letter) ?? cyrillicTwins.get(letter) ?? letter),
  )
}
