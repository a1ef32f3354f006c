import { signalLabel } from "@/lib/spam/signals"
import { startBounds } from "@/lib/spam/thresholds"
import { normalise } from "@/lib/text/normalise"

const kinds: Record<string, (rest: string) => string> = {
  word: (word) => quoted(word),
  pair: (pair) => quoted(pair),
  name: (word) => `${quoted(word)} in the name`,
  host: (host) => `leads to ${host}`,
  sign: signalLabel,
  start: (score) => `scored ${boundedScore(score)} before this site decided anything`,
  caution: () => "so far this site has approved, or marked as spam, only a few comments",
}

/** A feature in words for a moderator. Numbers were learnt by their length only, so they show as `0`s. */
export function labelOf(feature: string): string {
  const at = feature.indexOf(":")
  const kind = feature.slice(0, at)
  const said = feature.slice(at + 1)
  const rest = /[^ -~]/.test(said) ? normalise(said, "NFC") : said
  return Object.hasOwn(kinds, kind) && kinds[kind] ? kinds[kind](rest) : feature
}

function boundedScore(score: string): string {
  if (Number(score) >= startBounds.most) return `${score} or more`
  return Number(score) <= startBounds.least ? `${score.replace("-", "−")} or less` : score.replace("-", "−")
}

function quoted(words: string): string {
  if (!words.includes("0")) return `“${words}”`
  return `“${words.replace(/(?<!\S)0+(?!\S)/g, (zeros) => (zeros.length === 1 ? "a digit" : `${zeros.length} digits`))}”`
}
