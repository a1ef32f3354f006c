import type { LogEntry } from "@/lib/audit/log/types"

/** Which of its texts an event was about, in words; empty of the first one. Of stories and pages each save makes one. */
export function versionWords({ version, comment }: Pick<LogEntry, "version" | "comment">): string {
  if (version === null || version < 2) return ""
  if (!comment) return `after ${version} saves`
  return version === 2 ? "after 1 edit" : `after ${version - 1} edits`
}
