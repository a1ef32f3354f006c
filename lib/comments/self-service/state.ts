import { reasonForAuthor } from "@/lib/comments/reasons"

/** How a comment stands, in words for its author. */
export type OwnState = {
  kind: "waiting" | "shown" | "refused" | "deleted"
  title: string
  why: string | null
  /** What the moderator wrote beside the reason. */
  line?: string | null
}

/** What the author is told; something the rules alone took for spam waits like any other. */
export function ownStateOf(comment: {
  status: "pending" | "approved" | "rejected" | "spam" | "deleted"
  reason: string | null
  byStaff: boolean | null
  line?: string | null
}): OwnState {
  const why = reasonForAuthor(comment.reason ?? "")
  switch (comment.status) {
    case "approved":
      return { kind: "shown", title: "Your comment is on the page.", why: null }
    case "deleted":
      return { kind: "deleted", title: "You have deleted this comment.", why: "Nothing of it is kept." }
    case "rejected":
      return { kind: "refused", title: "Your comment was not published.", why, line: comment.line }
    case "spam":
      if (comment.byStaff) {
        const title = "Your comment was not published."
        return { kind: "refused", title, why: why ?? reasonForAuthor("spam") }
      }
      return waiting(why)
    case "pending":
      return waiting(why)
  }
}

function waiting(why: string | null): OwnState {
  return {
    kind: "waiting",
    title: "Your comment is awaiting moderation.",
    why: why ?? "A moderator reads it before it appears.",
  }
}
