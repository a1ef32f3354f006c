/** In how many comments taken for spam, and in how many approved ones, a feature occurred. */
export type Tally = { spam: number; ham: number }

/** Tallies by feature; the empty one counts comments. What is missing was never seen. */
export type WordCounts = ReadonlyMap<string, Tally>

/** Powers of two that add up to any number of words and pairs. */
export const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const

/** The features whose tallies tell how much was learnt in all; a judgement needs them beside the comment's own. */
export const totalFeatures: readonly string[] = ["", ...sizes.map((size) => `size:${size}`)]

/** Adds a comment's features to counts kept in memory, or with `times: -1` takes the very same lesson back. */
export function count(
  counts: Map<string, Tally>,
  { features, spam, times = 1 }: { features: readonly string[]; spam: boolean; times?: 1 | -1 },
): void {
  for (const feature of ["", ...features]) {
    const { spam: inSpam, ham } = counts.get(feature) ?? { spam: 0, ham: 0 }
    const after = spam ? { spam: inSpam + times, ham } : { spam: inSpam, ham: ham + times }
    if (after.spam === 0 && after.ham === 0) counts.delete(feature)
    else counts.set(feature, after)
  }
}

/** How many comments were learnt, and how many words and pairs they had together. */
export function totalsOf(counts: WordCounts): { comments: Tally; words: Tally } {
  const words = { spam: 0, ham: 0 }
  for (const size of sizes) {
    const tally = counts.get(`size:${size}`)
    words.spam += size * (tally?.spam ?? 0)
    words.ham += size * (tally?.ham ?? 0)
  }
  return { comments: counts.get("") ?? { spam: 0, ham: 0 }, words }
}
