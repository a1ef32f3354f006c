import { mostOpenLinks } from "@/lib/posts/preview-links/limits"
import type { PreviewRefusal } from "@/lib/posts/preview-links/types"

export const previewRefusals: Record<PreviewRefusal, string> = {
  "not-found": "This link or its story no longer exists. Reload the page to see the links there are.",
  "not-allowed": "Only an editor or the person who made this link can revoke it.",
  "in-trash": "This story is in the trash, so it cannot be shared. Restore it first.",
  withdrawn:
    "This story is withdrawn, so it cannot be shared. Ask an editor to publish it again or put it back in review.",
  "too-many": `This story has ${mostOpenLinks} open links already. Revoke one that is no longer needed, then try again.`,
}

export const previewDone = {
  shared: "Copy the link now: it is not shown again.",
  revoked: "Revoked. The link no longer opens the story.",
}
