import { plainLetters, unspaced } from "@/lib/spam/spelling"
import { blackoutMark } from "@/lib/text/blackout"
import { fold } from "@/lib/text/fold"

/** Of fewer letters, only whole words are meant: "Ann" is not in "annual". */
const shortWord = 6

/** More are not listed: such a comment is better rejected. */
const mostSpellings = 20

/**
 * Where a text says one of these words in whatever case, accents, spacing, punctuation or look-alike letters: each piece as it
 * is written there, once, and twenty at most.
 */
export function otherSpellings(text: string, words: readonly string[]): string[] {
  const wanted = new Map(words.map((each) => [plain(each).letters, unspaced.test(each)]))
  const { letters, starts, ends } = plain(text)
  const found = new Set<string>()
  for (const [word, anywhere] of wanted) {
    if (word.length < 2) continue
    for (let at = letters.indexOf(word); at !== -1; at = letters.indexOf(word, at + 1)) {
      const from = starts[at] ?? 0
      const to = ends[at + word.length - 1] ?? from
      if (anywhere || isWord(text, { from, to, whole: word.length < shortWord }))
        found.add(text.slice(from, to))
      if (found.size === mostSpellings) return [...found]
    }
  }
  return [...found]
}

/** The letters and digits of a text as they are compared, and where each stands in it. */
function plain(text: string) {
  let letters = ""
  const [starts, ends]: number[][] = [[], []]
  for (const { 0: character, index } of text.matchAll(/[\p{L}\p{N}\uFFFA]\p{M}*/gu)) {
    const folded = character === blackoutMark ? character : plainLetters(fold(character))
    letters += folded
    for (let unit = 0; unit < folded.length; unit++) {
      starts?.push(index)
      ends?.push(index + character.length)
    }
  }
  return { letters, starts: starts ?? [], ends: ends ?? [] }
}

function isWord(text: string, { from, to, whole }: { from: number; to: number; whole: boolean }): boolean {
  const before = text.slice(Math.max(0, from - 2), from)
  return !/[\p{L}\p{N}]$/u.test(before) && !(whole && /^[\p{L}\p{N}]/u.test(text.slice(to, to + 2)))
}
