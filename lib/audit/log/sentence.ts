import { takenBack } from "@/lib/audit/log/taken-back"
import type { LogEntry } from "@/lib/audit/log/types"
import { onOneself, verbs } from "@/lib/audit/log/verbs"
import type { AuditAction } from "@/lib/audit/types"
import { many } from "@/lib/moderation/bulk/messages"

/** What an entry says, in the parts that are written differently: who, did what, to what. */
export type Sentence = {
  who: string
  did: string
  /** What leads on; empty where the verb says it all. */
  what: string
  /** What a picture was chosen as: "as the portrait of ada". */
  complement: string
  /** Whose comment it is and where, where that is not said yet. */
  by: string
  on: string
}

/** "Ana", "approved", "a comment", by "Marek", on "The pool opens again". */
export function sentenceOf({
  by,
  action,
  undoes,
  comment,
  story,
  member,
  isSelf,
  mediaId,
  authorId,
  page,
  author,
  merged,
  tag,
  into,
  overridden,
  isNote,
  batch,
}: LogEntry): Sentence {
  const did = action === "undone" ? `took back ${takenBack(undoes?.action)}` : verbs[action]
  const who = by ?? (member === null ? "The rules" : "The operator")
  const nothing = { who, did, what: "", complement: "", by: "", on: "" }
  if (page) {
    const complement = action === "page_compared" ? "against what the site does" : ""
    return { ...nothing, what: page.title || page.path || "a page", complement }
  }
  if (tag) return { ...nothing, what: tag, complement: into && `into ${into}` }
  if (mediaId !== null)
    return { ...nothing, what: `picture ${mediaId}`, complement: complementOf(action, author) }
  if (authorId !== null && merged)
    return { ...nothing, what: `the profile ${merged}`, complement: `into ${author}` }
  if (authorId !== null) return { ...nothing, what: author }
  if (story) {
    const complement = overridden && `for ${overridden}`
    return { ...nothing, did: isNote ? "added a note to" : did, what: story.title || "Untitled", complement }
  }
  if (member !== null)
    return { ...nothing, did: (isSelf && onOneself[action]) || did, what: isSelf ? "" : member }
  // With a ban go comments that were marked with it; the ban is what was decided.
  const ofBan = undoes?.action === "banned" || undoes?.action === "ban_lifted"
  if (ofBan) return nothing
  if (batch && batch.count > 1) return { ...nothing, what: many(batch.count, "comment") }
  if (!comment) return nothing
  // The name goes with the words when an author deletes them.
  const name = comment.deleted ? "" : comment.name
  if (by === null && ofAuthors.includes(action)) {
    return { ...nothing, who: name || "An author", what: "their comment", on: comment.title }
  }
  const reply = by !== null && action === "published"
  const occasion = action === "banned" || action === "ban_lifted"
  return {
    ...nothing,
    did: reply ? "published" : occasion ? `${did} over` : did,
    what: reply ? "a reply of the staff" : "a comment",
    by: name,
    on: comment.title,
  }
}

/** What a comment's author does. */
const ofAuthors: AuditAction[] = ["edited", "deleted", "proved", "appealed"]

function complementOf(action: AuditAction, author: string): string {
  switch (action) {
    case "portrait_set":
    case "portrait_removed":
      return `as the portrait of ${author}`
    case "logo_set":
      return "the logo"
    case "logo_removed":
      return "as the logo"
    case "social_picture_set":
      return "the social picture"
    case "social_picture_removed":
      return "as the social picture"
    default:
      return ""
  }
}
