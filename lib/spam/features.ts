import { sizes } from "@/lib/spam/counts"
import { startScore } from "@/lib/spam/model"
import { type CommentText, type Reading, read } from "@/lib/spam/reading"
import { signalsOf } from "@/lib/spam/signals"
import { spell } from "@/lib/spam/spelling"
import { startBounds } from "@/lib/spam/thresholds"

/** However long a comment is, no more is learnt from it or asked about it. */
export const mostFeatures = 400

const mostWords = 165
const mostPairs = 165

/**
 * What there is to learn from a comment, each once and sorted: `word:`, `pair:` (two words in a row), `name:` (a word
 * of the name), `host:` (where links and the website lead), `sign:` (see `signals.ts`), `start:` (what the built-in
 * start makes of the rest, so that a site learns how far to trust it) and `size:`, the number of its words and pairs in
 * powers of two, from which counts of comments tell how many words were learnt in all.
 */
export function featuresOf(comment: CommentText): string[] {
  const reading = read(comment)
  const found = new Set<string>(signalsOf(reading).map((name) => `sign:${name}`))
  for (const word of firstOf(spell(reading.name), 8)) found.add(`name:${word}`)
  for (const host of firstOf(reading.hosts, 12)) found.add(`host:${host}`)
  const said = wordsAndPairs(reading)
  for (const feature of said) found.add(feature)
  for (const size of sizes) if (said.length & size) found.add(`size:${size}`)
  const start = Math.round(startScore([...found]))
  found.add(`start:${Math.max(startBounds.least, Math.min(startBounds.most, start))}`)
  return [...found].sort()
}

function wordsAndPairs({ lines }: Reading): string[] {
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const line of lines) {
    let before = ""
    for (const word of spell(line)) {
      if (words.size < mostWords) words.add(`word:${word}`)
      if (before !== "" && pairs.size < mostPairs) pairs.add(`pair:${before} ${word}`)
      before = word
    }
    if (words.size >= mostWords && pairs.size >= mostPairs) break
  }
  return [...words, ...pairs]
}

function firstOf(list: Iterable<string>, most: number): string[] {
  return [...new Set(list)].slice(0, most)
}
