import type { LogEntry } from "@/lib/audit/log/types"
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
  if (story)
    return { ...nothing, what: story.title || "Untitled", complement: overridden && `for ${overridden}` }
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

/** What staff can do to others too, in words for doing it to oneself. */
const onOneself: Partial<Record<AuditAction, string>> = {
  roles_changed: "changed their own roles",
  sessions_ended: "ended sessions of their own",
}

const verbs: Record<Exclude<AuditAction, "undone">, string> = {
  approved: "approved",
  rejected: "rejected",
  marked_spam: "marked as spam",
  held: "held",
  published: "let through",
  edited: "changed",
  deleted: "deleted",
  hidden: "hid",
  proved: "proved the address of",
  appealed: "appealed about",
  appeal_denied: "denied the appeal about",
  blacked_out: "blacked out words of",
  banned: "banned somebody",
  ban_lifted: "ended a ban",
  settings_changed: "changed the settings",
  post_submitted: "submitted for review",
  post_taken_back: "took back",
  post_sent_back: "sent back",
  post_approved: "approved",
  post_published: "published",
  post_updated: "updated",
  post_unpublished: "withdrew",
  checklist_overridden: "overrode the checklist of",
  post_scheduled: "scheduled",
  post_unscheduled: "unscheduled",
  embargo_set: "set an embargo on",
  embargo_lifted: "lifted the embargo on",
  post_dated: "changed the date of",
  notice_changed: "changed the notice in place of",
  post_corrected: "published a correction of",
  correction_removed: "removed a correction of",
  changes_discarded: "discarded unpublished changes of",
  revision_named: "named a version of",
  revision_restored: "restored an earlier version of",
  preview_shared: "shared a preview of",
  preview_revoked: "revoked a preview link of",
  post_archived: "archived",
  post_unarchived: "took out of the archive",
  post_trashed: "moved to the trash",
  post_untrashed: "restored from the trash",
  post_deleted: "deleted for good",
  comment_mode_set: "changed how comments are taken on",
  first_admin_made: "became the first admin",
  staff_invited: "invited",
  password_set: "set a password",
  password_reset: "reset the password of",
  invitation_sent_again: "sent another invitation to",
  invitation_withdrawn: "withdrew the invitation of",
  roles_changed: "changed the roles of",
  suspended: "suspended",
  reactivated: "reactivated",
  sessions_ended: "ended every session of",
  name_changed: "changed their name",
  email_change_asked: "asked to change their email address",
  email_changed: "changed their email address",
  passkey_added: "added a passkey",
  passkey_removed: "removed a passkey",
  passkey_refused: "was refused a passkey whose counter went backwards",
  totp_turned_on: "turned on their authenticator app",
  totp_turned_off: "turned off their authenticator app",
  recovery_codes_made: "made new recovery codes",
  recovery_code_used: "used a recovery code",
  second_factors_removed: "removed the passkeys and the authenticator app of",
  media_deleted: "deleted",
  media_taken_down: "took down",
  media_replaced: "replaced the file of",
  media_changed: "changed the details of",
  portrait_set: "chose",
  portrait_removed: "removed",
  logo_set: "made",
  logo_removed: "removed",
  social_picture_set: "made",
  social_picture_removed: "removed",
  author_made: "made the profile of",
  author_changed: "changed the profile of",
  authors_merged: "merged",
  author_deleted: "deleted the profile of",
  page_published: "published",
  page_updated: "updated",
  page_withdrawn: "withdrew",
  page_deleted: "deleted",
  page_compared: "checked",
  front_page_published: "published another front page",
  tag_changed: "changed the tag",
  tag_merged: "merged the tag",
  tag_deleted: "deleted the tag",
}

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

function takenBack(action: AuditAction | undefined): string {
  switch (action) {
    case "approved":
      return "the approval of"
    case "rejected":
      return "the rejection of"
    case "marked_spam":
      return "the spam mark on"
    case "appeal_denied":
      return "the denial of the appeal about"
    case "blacked_out":
      return "the blackout of words of"
    case "comment_mode_set":
      return "the change of how comments are taken on"
    case "banned":
      return "a ban"
    case "ban_lifted":
      return "the end of a ban"
    default:
      return "a decision about"
  }
}
