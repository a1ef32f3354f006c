import type { QueueName } from "@/lib/moderation/types"

export const queueTitles: Record<QueueName, string> = {
  waiting: "Waiting",
  reported: "Reported",
  appeals: "Appeals",
  spam: "Spam",
  approved: "Approved",
  rejected: "Rejected",
}
