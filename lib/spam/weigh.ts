import { type Tally, totalsOf, type WordCounts } from "@/lib/spam/counts"
import { startModel } from "@/lib/spam/start"
import { isSaid, scalesOfWords, type Weighed } from "@/lib/spam/word-scales"

/**
 * What each known feature weighs: the logarithm of how much more often it was seen in spam than among readers, as in naive
 * Bayes, with three differences that measuring asked for. Words are compared per word learnt and not per comment, since
 * one kind is often longer than the other and would own every rare word. The larger class is scaled down to the smaller,
 * so that three spams among a thousand comments say little. And long texts, whose many words say the same thing over and
 * over, count less than their sum; signals and the score of the start count in full. What neither the site nor the
 * built-in start has seen is left out, and so are sizes, which `totalsOf` reads.
 */
export function weigh(features: readonly string[], counts: WordCounts): Weighed[] {
  const { comments, words } = totalsOf(counts)
  const fade = startLasts / (startLasts + comments.spam + comments.ham)
  const perComment = scales(comments, 1)
  const perWord = scales(words, wordsInAComment)
  const weighed: Weighed[] = []
  for (const feature of features) {
    const seen = counts.get(feature)
    const known = startModel.get(feature)
    if ((!seen && !known) || feature.startsWith("size:")) continue
    const scale = isSaid(feature) ? perWord : perComment
    const spam = (seen?.spam ?? 0) * scale.spam + (known?.spam ?? 0) * fade
    const ham = (seen?.ham ?? 0) * scale.ham + (known?.ham ?? 0) * fade
    weighed.push({ feature, weight: Math.log((spam + doubt) / (ham + doubt)) })
  }
  const scaleOf = scalesOfWords(weighed, counts)
  return weighed.map(({ feature, weight }) => ({
    feature,
    weight: roundWeight(weight * scaleOf(feature, weight)),
  }))
}

/** Comments after which the built-in start weighs half; its words give way to a site's own sooner, one by one. */
const startLasts = 1000

/** Added to both sides of every comparison: what was seen once proves little. `tallyOf` in `start.ts` reckons with it. */
const doubt = 0.5

const wordsInAComment = 60

/** A class counts as two comments larger than it is, so that the first lessons of one kind already say something. */
const head = 2

/** What to multiply tallies with so that both classes are as large as the smaller one. */
function scales(total: Tally, unit: number): Tally {
  const [spam, ham] = [total.spam + head * unit, total.ham + head * unit]
  const smaller = Math.min(spam, ham)
  return { spam: smaller / spam, ham: smaller / ham }
}

/** To a 256th, which sums without any rounding in whatever order. */
export function roundWeight(weight: number): number {
  return Math.round(weight * 256) / 256
}
