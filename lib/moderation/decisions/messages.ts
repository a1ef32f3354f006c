import { decisionRefusals } from "@/lib/moderation/decisions/refusals"
import type { DecisionRefusal, Earlier } from "@/lib/moderation/decisions/types"

/** Why a decision was refused, in a sentence that says what is so now. */
export function refusalSentence(
  reason: DecisionRefusal,
  earlier: Earlier | undefined,
  now = new Date(),
): string {
  if (reason === "leased" && earlier) return `${earlier.name} has this open. Wait for them, or take it over.`
  return (reason === "decided" || reason === "appeal-decided") && earlier
    ? earlierSentence(earlier, now)
    : decisionRefusals[reason]
}

/** "Ana approved this a moment ago." */
export function earlierSentence({ name, did, at }: Earlier, now = new Date()): string {
  return `${name} ${verbs[did]} ${ago(at, now)}.`
}

export function isRefusal(key: unknown): key is DecisionRefusal {
  return typeof key === "string" && Object.hasOwn(decisionRefusals, key)
}

const verbs: Record<Earlier["did"], string> = {
  approved: "approved this",
  rejected: "rejected this",
  spam: "marked this as spam",
  undone: "took that decision back",
  opened: "opened this",
}

function ago(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 2) return "a moment ago"
  if (minutes < 60) return `${minutes} minutes ago`
  if (minutes < 120) return "an hour ago"
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} hours ago`
  return `${Math.floor(minutes / (24 * 60))} days ago`
}
