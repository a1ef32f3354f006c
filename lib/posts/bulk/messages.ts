import { anotherPerson } from "@/lib/auth/messages"
import type { BulkAnswer, BulkProblem } from "@/lib/posts/bulk/answer-url"
import type { BulkAct } from "@/lib/posts/bulk/types"

/** What was done with several stories and what was not, and why; empty where nothing was asked. */
export function bulkSentence({ act, done, same, left, tag, problem }: BulkAnswer): string {
  if (problem) return problems[problem]
  if (!act) return ""
  const refused = Object.entries(left)
  const kept = refused.map(
    ([reason, times]) =>
      `${stories(times)} not ${act === "untag" ? "untagged" : did(act, tag)}: ${whyOf(reason, times > 1)}.`,
  )
  const already = same > 0 ? `${same} already ${same === 1 ? "was" : "were"}` : ""
  const now = done.length > 0 || (same === 0 && refused.length === 0) ? `${done.length} ${did(act, tag)}` : ""
  const went = [now, already].filter(Boolean).join(", ")
  return [went && `${went}.`, ...kept].filter(Boolean).join(" ")
}

function stories(times: number): string {
  return times === 1 ? "1 story was" : `${times} stories were`
}

const problems: Record<BulkProblem, string> = {
  "another-person": anotherPerson,
  "nothing-chosen": "Tick the boxes of some stories first.",
  "no-tag": "Write one tag of at most 100 characters, without commas, and press “Add tag” again.",
  unclear: "The form arrived incomplete. Reload the page and try again.",
}

function did(act: BulkAct, tag: string): string {
  if (act === "tag") return `tagged “${tag}”`
  if (act === "untag") return `no longer tagged “${tag}”`
  return verbs[act]
}

const verbs: Record<Exclude<BulkAct, "tag" | "untag">, string> = {
  trash: "moved to the trash",
  restore: "restored from the trash",
  delete: "deleted for good",
  archive: "archived",
  unarchive: "taken out of the archive",
  unpublish: "withdrawn",
}

/** Why stories were left as they are. */
function whyOf(reason: string, several: boolean): string {
  const known = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined
  const [one, more] = known ?? [
    "it has to be corrected first; open it",
    "they have to be corrected first; open them",
  ]
  return several ? more : one
}

const reasons: Record<string, [string, string]> = {
  "not-found": ["it no longer exists", "they no longer exist"],
  "not-allowed": [
    "your role does not allow it for this story",
    "your role does not allow it for these stories",
  ],
  "is-published": ["it is published; withdraw it first", "they are published; withdraw them first"],
  "is-scheduled": ["it is scheduled; unschedule it first", "they are scheduled; unschedule them first"],
  "in-review": [
    "it is in review or approved; take or send it back first",
    "they are in review or approved; take or send them back first",
  ],
  "in-trash": ["it is in the trash; restore it first", "they are in the trash; restore them first"],
  "not-in-trash": ["it is not in the trash", "they are not in the trash"],
  "newer-words": [
    "it has unpublished changes; open it and change the tag there",
    "they have unpublished changes; open them and change the tag there",
  ],
  "too-many-tags": ["it has ten tags already", "they have ten tags already"],
}
