import { totalsOf, type WordCounts } from "@/lib/spam/counts"
import { labelOf } from "@/lib/spam/labels"
import { thresholds } from "@/lib/spam/thresholds"
import { roundWeight, weigh } from "@/lib/spam/weigh"
import type { Weighed } from "@/lib/spam/word-scales"

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

function sumOf(weighed: readonly { weight: number }[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0)
}

/** What speaks for every comment while a site has hardly decided anything: readers differ more than advertisers. */
function cautionOf(counts: WordCounts): Weighed {
  const { spam, ham } = totalsOf(counts).comments
  return {
    feature: "caution:",
    weight: roundWeight((-caution * cautionLasts) / (cautionLasts + Math.min(spam, ham))),
  }
}

const caution = 0.75

/** Decisions of either kind after which it is half. */
const cautionLasts = 5
