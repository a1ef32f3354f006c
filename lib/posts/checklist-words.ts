import type { CheckFinding, OverridableKind } from "@/lib/documents/check-finding"
import type { SaveIntent } from "@/lib/posts/input"

const shown = (words: string) => (words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words)

/** What is wrong, and with what. */
export function findingWords({ kind, words }: Pick<CheckFinding, "kind" | "words">): string {
  return sentences[kind](shown(words))
}

const sentences: Record<OverridableKind, (words: string) => string> = {
  placeholder: (words) => `“${words}” is still to be filled in.`,
  "heading-order": (words) => `“${words}” skips a level of heading.`,
  "dead-link": (words) => `The link to ${words} leads nowhere.`,
  "standfirst-missing": () => "The standfirst is missing.",
}

/** Said above the list. A scheduled story is checked when it is saved, too. */
export function checklistRefusal(intent: SaveIntent): string {
  if (intent === "publish") return "Not published yet. Check these first, or publish anyway:"
  if (intent === "schedule") return "Not scheduled yet. Check these first, or schedule anyway:"
  return "Not saved yet: the story is scheduled. Check these first, or save anyway:"
}

const names: Record<OverridableKind, string> = {
  placeholder: "a placeholder",
  "heading-order": "a skipped heading level",
  "dead-link": "a dead link",
  "standfirst-missing": "a missing standfirst",
}

/** How the log names what a story was published in spite of. */
export function overriddenWords(findings: readonly CheckFinding[]): string {
  return findings
    .map(({ kind, words }) => (words ? `${names[kind]} (${shown(words)})` : names[kind]))
    .join(", ")
    .slice(0, 1000)
}
