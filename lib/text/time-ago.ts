/** How long ago, in words: for pages that are made anew at each visit, as the desk's are. */
export function timeAgo(date: Date, now = new Date()): string {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000)
  for (const [unit, length] of units) {
    if (seconds >= length) return words.format(-Math.floor(seconds / length), unit)
  }
  return "just now"
}

const words = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" })

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
]
