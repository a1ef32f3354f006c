import { grouped } from "@/lib/moderation/bulk/messages"

/** "1,204", or "10,000+" where counting stopped. */
export function countText(count: number, limit: number): string {
  return count >= limit ? `${grouped(limit)}+` : grouped(count)
}
