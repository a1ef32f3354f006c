/**
 * Everything the log can say was done. Plain text in the table and no enum: a migration cannot use a value that it has
 * just added to an enum, and a new action needs none this way.
 */
export const auditActions = [
  "held",
  "published",
  "approved",
  "rejected",
  "marked_spam",
  "undone",
  "edited",
  "deleted",
  "hidden",
  "proved",
  "appealed",
  "appeal_denied",
  "blacked_out",
  "banned",
  "ban_lifted",
  "settings_changed",
  "post_submitted",
  "post_published",
  "post_updated",
  "post_unpublished",
  "comment_mode_set",
  "first_admin_made",
  "staff_invited",
  "password_set",
  "password_reset",
  "media_deleted",
  "media_taken_down",
  "media_replaced",
  "media_changed",
  "portrait_set",
  "portrait_removed",
  "logo_set",
  "logo_removed",
  "social_picture_set",
  "social_picture_removed",
] as const

export const auditSubjects = ["comment", "ban", "settings", "post", "staff", "media"] as const
