import type { ChangedMeanwhile } from "@/lib/settings/mutations"
import { formatDate, type Locale } from "@/lib/text/format-date"

/** What a person reads whose form was filled over settings that are other ones by now. */
export function meanwhileSentence(changes: readonly ChangedMeanwhile[], locale: Locale): string {
  const told = changes.map(
    ({ by, at, labels }) =>
      `${by} changed ${listed(labels)} on ${formatDate(at, locale, { withTime: true })}.`,
  )
  return [
    ...(told.length > 0 ? told : ["These settings were changed meanwhile."]),
    "Nothing of yours was saved yet, and all you typed is still here. Save again to have it so instead, or reload the page to see theirs.",
  ].join(" ")
}

function listed(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label}”`)
  return quoted.length < 2
    ? (quoted[0] ?? "something")
    : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`
}
