import type { AuditAction } from "@/lib/audit/types"

/** What staff can do to others too, in words for doing it to oneself. */
export const onOneself: Partial<Record<AuditAction, string>> = {
  roles_changed: "changed their own roles",
  sessions_ended: "ended sessions of their own",
}

export const verbs: Record<Exclude<AuditAction, "undone">, string> = {
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

/** What was taken back, as a noun before what it was about. */
export function takenBack(action: AuditAction | undefined): string {
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
