import type { EditorKind } from "@/components/editor/kind"
import type { Wish } from "@/components/editor/saving-state"
import type { HeldText } from "@/lib/documents/save-answer"
import type { Proposal } from "@/lib/posts/workflow"

/** A button of the editor. */
type WishButton = {
  label: string
  /** What a phone has no room for. */
  rest?: string
  wish: Wish
  look: "primary" | "secondary"
  shown: boolean
}

type Situation = { kind: EditorKind; story: HeldText | null; mayPublish: boolean; isOwn: boolean }

/** What can be done with a story where it stands, and by whom; what is usually done next stands last. */
export function storyWishes({ kind, story, mayPublish, isOwn }: Situation): WishButton[] {
  const status = story?.status ?? "draft"
  const isPublished = status === "published"
  const isScheduled = status === "scheduled"
  const proposal = proposalOf(story)
  const waits = isPublished ? proposal === "in_review" : status === "in_review"
  const canSubmit = isPublished
    ? story?.unseen === true && !mayPublish && !waits
    : ["draft", "changes_asked", "withdrawn"].includes(status)
  // Also what is approved: it may say something else by now.
  const canApprove = ["in_review", "changes_asked", "approved"].includes(status)
  const canSendBack = waits || status === "approved"
  const buttons: WishButton[] = [
    {
      label: kind.unpublish.label,
      wish: "unpublish",
      look: "secondary",
      shown: isPublished && mayPublish,
    },
    {
      label: "Discard",
      rest: " changes",
      wish: "discard",
      look: "secondary",
      shown: isPublished && story?.unseen === true,
    },
    { label: "Take back", wish: "take-back", look: "secondary", shown: isOwn && waits },
    { label: "Send back", wish: "send-back", look: "secondary", shown: mayPublish && canSendBack },
    { label: "Unschedule", wish: "unschedule", look: "secondary", shown: isScheduled && mayPublish },
    { label: "Save draft", wish: "save", look: "secondary", shown: !isPublished && !isScheduled },
    {
      label: "Submit",
      rest: " for review",
      wish: "submit",
      look: mayPublish ? "secondary" : "primary",
      shown: canSubmit,
    },
    { label: "Approve", wish: "approve", look: "secondary", shown: mayPublish && canApprove },
    {
      label: "Schedule",
      wish: "schedule",
      look: isScheduled ? "primary" : "secondary",
      shown: mayPublish && !isPublished,
    },
    {
      label: isPublished ? "Update" : "Publish",
      wish: "publish",
      look: isScheduled ? "secondary" : "primary",
      shown: mayPublish,
    },
  ]
  return buttons.filter(({ shown, wish }) => shown && !kind.without.includes(wish))
}

/** Where newer words of a published story stand, null also of a page. */
export function proposalOf(story: HeldText | null): Proposal | null {
  return story && "proposal" in story ? (story.proposal as Proposal | null) : null
}
