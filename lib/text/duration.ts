/** A length of time as people say it, rounded: "40 seconds", "12 minutes", "3 hours", "2 days". */
export function duration(seconds: number): string {
  for (const [length, until, unit] of units) {
    const number = Math.round(seconds / length)
    if (number < until) return `${number} ${number === 1 ? unit : `${unit}s`}`
  }
  const days = Math.round(seconds / 86_400)
  return `${days} days`
}

/** From two of a unit on it is told in that unit, so that rounding loses little. */
const units = [
  [1, 120, "second"],
  [60, 120, "minute"],
  [3600, 48, "hour"],
] as const
