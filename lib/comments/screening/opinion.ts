import type { KeptContribution } from "@/db/schema/comments"
import type { Contribution } from "@/lib/spam/model"

/** So many are named on a card; the others are one figure. */
const named = 14

/** What is kept of an opinion: the strongest contributions and the rest in one, which still add up to the score. */
export function inShort(contributions: readonly Contribution[]): KeptContribution[] {
  const kept = contributions.slice(0, named).map(({ label, weight }) => ({ label, weight }))
  const rest = contributions.slice(named)
  if (rest.length === 0) return kept
  // Weights are 256ths, so they add up without any rounding.
  const weight = rest.reduce((sum, one) => sum + one.weight, 0)
  return [
    ...kept,
    { label: rest.length === 1 ? (rest[0]?.label ?? "") : `${rest.length} weaker ones`, weight },
  ]
}
