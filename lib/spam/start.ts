import type { Tally, WordCounts } from "@/lib/spam/counts"
import { listedFeatures, listedWords } from "@/lib/spam/listed-features"
import { startComments, startCounts } from "@/lib/spam/start-counts"
import { startSignals } from "@/lib/spam/start-signals"
import { startWords } from "@/lib/spam/start-words"

/** What a comment of the start's material counts beside one that a site has decided about. */
const share = 0.3

/**
 * The built-in start, so that the first day is not blind: tallies as if a few comments had been seen. A site's own
 * decisions are added to them and soon outnumber them; see `startLasts` in `weigh.ts`.
 */
export const startModel: WordCounts = makeStart()

/** Words and pairs that readers use too. */
export const leaningWords: ReadonlySet<string> = new Set(listedFeatures(startWords.leaning))

function makeStart(): Map<string, Tally> {
  const start = new Map<string, Tally>()
  for (const feature of listedFeatures(startWords.leaning)) start.set(feature, { spam: 4, ham: 1 })
  for (const feature of listedFeatures(startWords.telling)) start.set(feature, { spam: 10, ham: 0 })
  for (const name of listedWords(startWords.named)) start.set(`name:${name.join(" ")}`, { spam: 6, ham: 1 })
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
    return listedFeatures(list).map((feature) => ({
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
