import type { Tally, WordCounts } from "@/lib/spam/counts"
import { spell } from "@/lib/spam/spelling"
import { startComments, startCounts } from "@/lib/spam/start-counts"
import { startSignals } from "@/lib/spam/start-signals"
import { startWords } from "@/lib/spam/start-words"

/** What a comment of the start's material counts beside one that a site has decided about. */
const share = 0.3

/**
 * The built-in start, so that the first day is not blind: tallies as if a few comments had been seen. A site's own
 * decisions are added to them and soon outnumber them; see `startLasts` in `model.ts`.
 */
export const startModel: WordCounts = makeStart()

/** Words and pairs that readers use too. */
export const leaningWords: ReadonlySet<string> = new Set(featuresIn(startWords.leaning))

function makeStart(): Map<string, Tally> {
  const start = new Map<string, Tally>()
  for (const feature of featuresIn(startWords.leaning)) start.set(feature, { spam: 4, ham: 1 })
  for (const feature of featuresIn(startWords.telling)) start.set(feature, { spam: 10, ham: 0 })
  for (const name of entries(startWords.named)) start.set(`name:${name.join(" ")}`, { spam: 6, ham: 1 })
  for (const [signal, weight] of Object.entries(startSignals)) start.set(`sign:${signal}`, tallyOf(weight))
  for (const { feature, spam, ham } of countedOf()) {
    const known = start.get(feature)
    start.set(feature, { spam: (known?.spam ?? 0) + spam, ham: (known?.ham ?? 0) + ham })
  }
  return start
}

/** What was counted, with the larger class scaled down to the smaller. */
function countedOf(): ({ feature: string } & Tally)[] {
  const smaller = Math.min(startComments.spam, startComments.ham)
  return Object.entries(startCounts).flatMap(([tally, list]) => {
    const [spam = 0, ham = 0] = tally.split(" ").map(Number)
    return featuresIn(list).map((feature) => ({
      feature,
      spam: (share * spam * smaller) / startComments.spam,
      ham: (share * ham * smaller) / startComments.ham,
    }))
  })
}

/** The tally that weighs so much. */
function tallyOf(weight: number): Tally {
  const seldom = 0.5
  const often = (seldom + 0.5) * Math.exp(Math.abs(weight)) - 0.5
  return weight > 0 ? { spam: often, ham: seldom } : { spam: seldom, ham: often }
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
