import type { staff } from "@/db/schema/staff"

/** How often somebody wants to hear of waiting comments. */
export type CommentMail = (typeof staff.$inferSelect)["commentMail"]

/** Minutes that pass at least between two messages to the same person; nobody is mailed when nothing new waits. */
export const mailGaps: Record<Exclude<CommentMail, "off">, number> = {
  at_once: 5,
  hourly: 60,
  daily: 24 * 60,
}

/** How the desk names the choices. */
export const mailWords: Record<CommentMail, string> = {
  at_once: "At once, at most every five minutes",
  hourly: "At most once an hour",
  daily: "At most once a day",
  off: "Never",
}
