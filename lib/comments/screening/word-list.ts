import { fold, wordsOf } from "@/lib/text/fold"
import { fits, type Glob, readGlob } from "@/lib/text/glob"

/** Compares whole words, case and accents aside; `*` in an entry stands for any letters. */
export type WordList = {
  /** The first entry that occurs, as it was written in the list, or `null`. */
  find(texts: readonly string[]): string | null
}

/** Longer words are compared up to here: no entry is longer, and a wall of one letter stays cheap. */
const longestWord = 100

/** `letters` is the longest run of letters of its first word, which a text must hold to have the entry. */
type Entry = { written: string; globs: Glob[]; letters: string }

/**
 * Reads a list of one word or phrase a line. Empty lines are passed over, and so is an entry without any letter: it
 * would be found everywhere.
 */
export function readWordList(lines: string): WordList {
  const entries = lines.split("\n").flatMap((line): Entry[] => {
    const globs = globsOf(line)
    return globs.length > 0 ? [{ written: line.trim(), globs, letters: longestRun(globs[0] ?? []) }] : []
  })
  // Most entries begin with a word without `*`, so that a word of the text meets only those that begin with it.
  const byFirstWord = new Map<string, Entry[]>()
  const others: Entry[] = []
  for (const entry of entries) {
    const [first = "", ...more] = entry.globs[0] ?? []
    if (more.length > 0) others.push(entry)
    else byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry])
  }
  return {
    find(texts) {
      for (const text of texts) {
        const folded = fold(text)
        const words = wordsOf(folded).map((word) => word.slice(0, longestWord))
        // An entry that begins with `*` could begin at any word, so most are ruled out for the whole text at once.
        const anywhere = others.filter(({ letters }) => folded.includes(letters))
        for (const [at, word] of words.entries()) {
          const candidates = [...(byFirstWord.get(word) ?? []), ...anywhere]
          const found = candidates.find(({ globs }) => standsAt(words, at, globs))
          if (found) return found.written
        }
      }
      return null
    },
  }
}

function globsOf(line: string): Glob[] {
  const globs = fold(line).match(/[\p{L}\p{N}*]+/gu) ?? []
  return globs.some((glob) => /[^*]/.test(glob)) ? globs.map(readGlob) : []
}

function longestRun(glob: Glob): string {
  return glob.reduce((longest, run) => (run.length > longest.length ? run : longest), "")
}

function standsAt(words: string[], at: number, globs: Glob[]): boolean {
  return globs.every((glob, index) => {
    const word = words[at + index]
    return word !== undefined && fits(word, glob)
  })
}
