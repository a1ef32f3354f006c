import "server-only"
import type { Transaction } from "@/db/client"
import type { RichTextNode } from "@/db/schema/posts"
import type { CheckFinding, OverridableKind } from "@/lib/documents/check-finding"
import { findingsIn } from "@/lib/posts/checklist"
import { deadLinks } from "@/lib/posts/dead-links"
import { readSetting } from "@/lib/settings/queries"

type Story = { id: number; title: string; standfirst: string; body: RichTextNode }

/** All that the checklist finds in a story before readers see it, or before it is scheduled. */
export async function checkStory(tx: Transaction, story: Story): Promise<CheckFinding[]> {
  const links = await deadLinks(tx, story)
  const standfirstRequired = await readSetting(tx, "standfirstRequired")
  return [
    ...findingsIn({ ...story, standfirstRequired }).map(({ kind, field, words }) => ({ kind, field, words })),
    ...links.slice(0, 20).map((words) => ({ kind: "dead-link" as const, field: "body" as const, words })),
  ]
}

/** Whether some of it is of a kind that whoever publishes was not shown. */
export function isBlocked(
  findings: readonly CheckFinding[],
  overridden: readonly OverridableKind[],
): boolean {
  return findings.some(({ kind }) => !overridden.includes(kind))
}
