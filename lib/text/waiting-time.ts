/** When to come back, in words that end a sentence: "in 12 minutes". Never sooner than is true. */
export function waitingTime(seconds: number): string {
  if (seconds <= 60) return "in a minute"
  const minutes = Math.ceil(seconds / 60)
  if (minutes <= 90) return `in ${minutes} minutes`
  return `in ${Math.ceil(minutes / 60)} hours`
}
