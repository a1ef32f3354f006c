import { mostOpenLinks } from "@/lib/posts/preview-links/limits"
import type { PreviewRefusal } from "@/lib/posts/preview-links/types"

export const previewRefusals: Record<PreviewRefusal, string> = {
  "not-found": "This is not there any more. Reload the page to see which links there are.",
  "not-allowed": "Only an editor, or whoever made this link, can revoke it.",
  "in-trash": "This story is in the trash, so it is shown to nobody. Restore it first.",
  withdrawn: "This story is withdrawn, so it is shown to nobody. Submit it for review again first.",
  "too-many": `This story has ${mostOpenLinks} open links already. Revoke one that is no longer needed first.`,
}

export const previewDone = {
  shared: "Copy the link now: it is not shown again.",
  revoked: "Revoked. The link no longer opens the story.",
}
