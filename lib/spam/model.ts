import { type Tally, totalsOf, type WordCounts } from "@/lib/spam/counts"
import { labelOf } from "@/lib/spam/labels"
import { leaningWords, startModel } from "@/lib/spam/start"
import { thresholds } from "@/lib/spam/thresholds"

/** What one feature adds to the score; below zero it speaks for the comment. */
export type Contribution = { feature: string; label: string; weight: number }

export type Opinion = {
  /** Log odds of spam against what readers write, toned down: the sum of the contributions, to the last bit. */
  score: number
  /** From 0 to 1; one half where a comment begins to be held. */
  probability: number
  /** The heaviest first. */
  contributions: Contribution[]
}

/**
 * Judges a comment by what a site has learnt; `counts` must hold the tallies of its features and of `totalFeatures`.
 * The same counts give the same opinion, wherever and in whatever order they were learnt.
 *
 * Each feature weighs the logarithm of how much more often it was seen in spam than among readers, as in naive Bayes,
 * with three differences that measuring asked for. Words are compared per word learnt and not per comment, since one
 * kind is often longer than the other and would own every rare word. The larger class is scaled down to the smaller,
 * so that three spams among a thousand comments say little, and a feature that was never seen weighs nothing. And
 * long texts, whose many words say the same thing over and over, count less than their sum; signals and the score of the start count in full.
 */
export function judgeSpam(features: readonly string[], counts: WordCounts): Opinion {
  const contributions = [...weigh(features, counts), cautionOf(counts)]
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .map(({ feature, weight }) => ({ feature, label: labelOf(feature), weight }))
  const score = sumOf(contributions)
  return { score, probability: 1 / (1 + Math.exp(thresholds.hold - score)), contributions }
}

/** What the built-in start alone makes of a comment. */
export function startScore(features: readonly string[]): number {
  return sumOf(weigh(features, new Map()))
}

type Weighed = { feature: string; weight: number }

function weigh(features: readonly string[], counts: WordCounts): Weighed[] {
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
  return weighed.map(({ feature, weight }) => ({ feature, weight: round(weight * scaleOf(feature, weight)) }))
}

function sumOf(weighed: readonly { weight: number }[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0)
}

/** What speaks for every comment while a site has hardly decided anything: readers differ more than advertisers. */
function cautionOf(counts: WordCounts): Weighed {
  const { spam, ham } = totalsOf(counts).comments
  return {
    feature: "caution:",
    weight: round((-caution * cautionLasts) / (cautionLasts + Math.min(spam, ham))),
  }
}

const caution = 0.75

/** Decisions of either kind after which it is half. */
const cautionLasts = 5

const isSaid = (feature: string) => feature.startsWith("word:") || feature.startsWith("pair:")

/** Comments after which the built-in start weighs half; its words give way to a site's own sooner, one by one. */
const startLasts = 1000

/** Added to both sides of every comparison: what was seen once proves little. `tallyOf` in `start.ts` reckons with it. */
const doubt = 0.5

const wordsInAComment = 60

/** Up to so many known features are taken at their word; of four times as many each counts little more than half. */
const fewEnough = 25
const toneDown = 0.4

/** Words of readers say a little less than words of advertisers, who borrow them. */
const borrowed = 0.9

/** Words that only lean towards advertisers, and that nobody here decided about, never hold a comment by themselves. */
const mostOfLeaning = 2

const countsInFull = (feature: string) => feature.startsWith("sign:") || feature.startsWith("start:")

function scalesOfWords(weighed: readonly Weighed[], counts: WordCounts) {
  const words = weighed.filter(({ feature }) => !countsInFull(feature))
  const tone = Math.min(1, (fewEnough / words.length) ** toneDown)
  const leans = (feature: string) => leaningWords.has(feature) && !counts.has(feature)
  const leaning = words.reduce((sum, { feature, weight }) => sum + (leans(feature) ? weight * tone : 0), 0)
  return (feature: string, weight: number) => {
    if (countsInFull(feature)) return 1
    if (leans(feature)) return tone * (mostOfLeaning / Math.max(mostOfLeaning, leaning))
    return weight < 0 && isSaid(feature) ? tone * borrowed : tone
  }
}

/** A class counts as two comments larger than it is, so that the first lessons of one kind already say something. */
const head = 2

/** What to multiply tallies with so that both classes are as large as the smaller one. */
function scales(total: Tally, unit: number): Tally {
  const [spam, ham] = [total.spam + head * unit, total.ham + head * unit]
  const smaller = Math.min(spam, ham)
  return { spam: smaller / spam, ham: smaller / ham }
}

/** To a 256th, which sums without any rounding in whatever order. */
function round(weight: number): number {
  return Math.round(weight * 256) / 256
}
