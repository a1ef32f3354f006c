import type { RevisionKind } from "@/lib/posts/revision-types"

/** What each kind of version is called. */
export const kindWords: Record<RevisionKind, string> = {
  sitting: "Saved",
  named: "Named",
  published: "Published",
  restored: "Restored",
}
