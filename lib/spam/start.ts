import type { Tally, WordCounts } from "@/lib/spam/counts"
import type { Signal } from "@/lib/spam/signals"
import { spell } from "@/lib/spam/spelling"
import { startWords } from "@/lib/spam/start-words"

/** One link is what a reader gives as a source, so it weighs less than the words of two advertisers. */
const startSignals: Partial<Record<Signal, Tally>> = {
  "link-1": { spam: 5, ham: 1 },
  "link-2": { spam: 6, ham: 1 },
  "link-3": { spam: 7, ham: 1 },
  "bare-address": { spam: 5, ham: 1 },
  "only-link": { spam: 6, ham: 1 },
  markup: { spam: 10, ham: 0 },
  "short-link": { spam: 6, ham: 0 },
  website: { spam: 3, ham: 1 },
  "name-is-website": { spam: 2, ham: 1 },
  "name-phrase": { spam: 4, ham: 1 },
  "name-address": { spam: 8, ham: 0 },
  mail: { spam: 6, ham: 0 },
  phone: { spam: 5, ham: 1 },
  money: { spam: 3, ham: 1 },
  percent: { spam: 3, ham: 2 },
  exclaims: { spam: 3, ham: 2 },
  emoji: { spam: 2, ham: 1 },
  disguise: { spam: 4, ham: 1 },
  disguises: { spam: 8, ham: 0 },
  spaced: { spam: 6, ham: 0 },
}

/**
 * The built-in start, so that the first day is not blind: tallies as if a few comments had been seen. A site's own
 * decisions are added to them and soon outnumber them; see `startLasts` in `model.ts`.
 */
export const startModel: WordCounts = makeStart()

function makeStart(): Map<string, Tally> {
  const start = new Map<string, Tally>()
  for (const feature of featuresIn(startWords.leaning)) start.set(feature, { spam: 4, ham: 1 })
  for (const feature of featuresIn(startWords.telling)) start.set(feature, { spam: 8, ham: 0 })
  for (const name of entries(startWords.named)) start.set(`name:${name.join(" ")}`, { spam: 6, ham: 1 })
  for (const [signal, tally] of Object.entries(startSignals)) start.set(`sign:${signal}`, tally)
  return start
}

function featuresIn(list: string): string[] {
  return entries(list).flatMap((words) =>
    words.length === 1 ? [`word:${words[0]}`] : words.slice(1).map((word, at) => `pair:${words[at]} ${word}`),
  )
}

function entries(list: string): string[][] {
  return list.split(",").flatMap((entry) => {
    const words = spell(entry)
    return words.length > 0 ? [words] : []
  })
}
