import type { AuditAction, AuditSubject } from "@/lib/audit/types"

export const subjectWords: Record<AuditSubject, string> = {
  comment: "Comments",
  ban: "Bans",
  settings: "Settings",
  post: "Stories",
  staff: "Staff",
  media: "Pictures",
  author: "Authors",
  page: "Pages",
  front_page: "Front page",
  tag: "Tags",
}

export const subjectNames = Object.keys(subjectWords) as [AuditSubject, ...AuditSubject[]]

/** How the log's filter names what was done, under what it is about; the keys are those of the table. */
export const actionWords: Record<AuditSubject, Partial<Record<AuditAction, string>>> = {
  comment: {
    approved: "approved",
    rejected: "rejected",
    marked_spam: "marked as spam",
    undone: "taken back",
    held: "held",
    published: "appeared at once",
    edited: "changed",
    deleted: "deleted",
    hidden: "hidden",
    proved: "address proved",
    appealed: "appealed",
    appeal_denied: "appeal denied",
    blacked_out: "words blacked out",
  },
  ban: { banned: "banned", ban_lifted: "ban ended" },
  settings: { settings_changed: "settings changed" },
  post: {
    post_submitted: "submitted for review",
    post_published: "published",
    post_updated: "updated",
    post_unpublished: "unpublished",
    comment_mode_set: "comments held, closed or opened",
  },
  staff: {
    first_admin_made: "first admin",
    staff_invited: "invited",
    password_set: "password set",
    password_reset: "password reset",
    invitation_sent_again: "invitation sent again",
    invitation_withdrawn: "invitation withdrawn",
    roles_changed: "roles changed",
    suspended: "suspended",
    reactivated: "reactivated",
    sessions_ended: "sessions ended",
    name_changed: "name changed",
    email_change_asked: "email change asked for",
    email_changed: "email changed",
    passkey_added: "passkey added",
    passkey_removed: "passkey removed",
    passkey_refused: "passkey refused",
    totp_turned_on: "authenticator app turned on",
    totp_turned_off: "authenticator app turned off",
    recovery_codes_made: "recovery codes made",
    recovery_code_used: "recovery code used",
    second_factors_removed: "second factors removed",
  },
  media: {
    media_deleted: "deleted",
    media_taken_down: "taken down",
    media_replaced: "file replaced",
    media_changed: "details changed",
    portrait_set: "made a portrait",
    portrait_removed: "no portrait any more",
    logo_set: "made the logo",
    logo_removed: "no logo any more",
    social_picture_set: "made the social picture",
    social_picture_removed: "no social picture any more",
  },
  author: {
    author_made: "profile made",
    author_changed: "profile changed",
    authors_merged: "profiles merged",
    author_deleted: "profile deleted",
  },
  page: {
    page_published: "published",
    page_updated: "updated",
    page_withdrawn: "withdrawn",
    page_deleted: "deleted",
    page_compared: "checked against what the site does",
  },
  front_page: { front_page_published: "another front page" },
  tag: { tag_changed: "changed", tag_merged: "merged", tag_deleted: "deleted" },
}

export const actionNames = Object.values(actionWords).flatMap((words) => Object.keys(words)) as [
  AuditAction,
  ...AuditAction[],
]
