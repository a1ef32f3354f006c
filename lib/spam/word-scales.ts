import type { WordCounts } from "@/lib/spam/counts"
import { leaningWords } from "@/lib/spam/start"

export type Weighed = { feature: string; weight: number }

/** Whether a feature is a word or a pair of the text. */
export const isSaid = (feature: string) => feature.startsWith("word:") || feature.startsWith("pair:")

/** Up to so many known features are taken at their word; of four times as many each counts little more than half. */
const fewEnough = 25
const toneDown = 0.4

/** Words of readers say a little less than words of advertisers, who borrow them. */
const borrowed = 0.9

/** Words that only lean towards advertisers, and that nobody here decided about, never hold a comment by themselves. */
const mostOfLeaning = 2

const countsInFull = (feature: string) => feature.startsWith("sign:") || feature.startsWith("start:")

/** What to multiply the weight of each feature with: words of a long text count less than their sum. */
export function scalesOfWords(weighed: readonly Weighed[], counts: WordCounts) {
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
