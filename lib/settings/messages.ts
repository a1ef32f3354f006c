import type { ChangedMeanwhile } from "@/lib/settings/mutations"

/** What a person reads whose form was filled over settings that are other ones by now. */
export function meanwhileSentence(changes: readonly ChangedMeanwhile[]): string {
  const told = changes.map(({ by, at, labels }) => `${by} changed ${listed(labels)} at ${clock(at)}.`)
  return [
    ...(told.length > 0 ? told : ["These settings were changed meanwhile."]),
    "Nothing of yours was saved yet, and all you typed is still here. Save again to have it so instead, or open the page anew to see theirs.",
  ].join(" ")
}

function listed(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label}”`)
  return quoted.length < 2
    ? (quoted[0] ?? "something")
    : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`
}

/** In UTC, as the log has it: staff sit in several zones, and a server in one of its own. */
function clock(at: Date): string {
  return `${at.toISOString().slice(11, 16)} UTC`
}
