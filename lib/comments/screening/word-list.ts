import { foldCase } from "@/lib/text/fold"
import { fits, type Glob, readGlob } from "@/lib/text/glob"

/** Compares whole words with the signs between them, case and width aside; `*` in an entry stands for any letters. */
export type WordList = {
  /** The first entry that occurs, as it was written in the list, or `null`. */
  find(texts: readonly string[]): string | null
}

/** Longer words are compared up to here: no entry is longer, and a wall of one letter stays cheap. */
const longestWord = 100

/**
 * `gaps` are the signs before, between and after its words, empty where any will do; `letters` is the longest run of
 * letters of its first word, which a text must hold to have the entry.
 */
type Entry = { written: string; globs: Glob[]; gaps: string[]; letters: string }

/**
 * Reads a list of one word or phrase a line. Empty lines are passed over, and so is an entry without any letter: it
 * would be found everywhere.
 */
export function readWordList(lines: string): WordList {
  const entries = lines.split("\n").flatMap(readEntry)
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
        const folded = readable(text)
        const read = split(folded, /[\p{L}\p{M}\p{N}]+/gu)
        // An entry that begins with `*` could begin at any word, so most are ruled out for the whole text at once.
        const anywhere = others.filter(({ letters }) => folded.includes(letters))
        for (const [at, word] of read.words.entries()) {
          const candidates = [...(byFirstWord.get(word) ?? []), ...anywhere]
          const found = candidates.find((entry) => standsAt(read, at, entry))
          if (found) return found.written
        }
      }
      return null
    },
  }
}

function readEntry(line: string): Entry[] {
  const { words, gaps } = split(readable(line).trim(), /[\p{L}\p{M}\p{N}*]+/gu)
  if (!words.some((word) => /[^*]/.test(word))) return []
  const globs = words.map(readGlob)
  const letters = longestRun(globs[0] ?? [])
  return [{ written: line.trim(), globs, gaps: gaps.map((gap) => gap.trim()), letters }]
}

/** Apostrophes and hyphens are typed in many ways. */
function readable(text: string): string {
  return foldCase(text)
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑]/g, "-")
}

/** The words of a text and what stands around them: there is one gap more. */
type Read = { words: string[]; gaps: string[] }

function split(text: string, word: RegExp): Read {
  const words = (text.match(word) ?? []).map((one) => one.slice(0, longestWord))
  return { words, gaps: text.split(word) }
}

function longestRun(glob: Glob): string {
  return glob.reduce((longest, run) => (run.length > longest.length ? run : longest), "")
}

function standsAt({ words, gaps: around }: Read, at: number, { globs, gaps }: Entry): boolean {
  const last = globs.length
  return (
    globs.every((glob, index) => {
      const word = words[at + index]
      const gap = index === 0 ? "" : gaps[index]
      return word !== undefined && fits(word, glob) && (!gap || around[at + index]?.trim() === gap)
    }) &&
    (around[at]?.endsWith(gaps[0] ?? "") ?? false) &&
    (around[at + last]?.startsWith(gaps[last] ?? "") ?? false)
  )
}
