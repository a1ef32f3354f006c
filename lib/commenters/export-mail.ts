import "server-only"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { mailDeliveries } from "@/db/schema/newsletter"

export function selectMailToExport(commenterId: number) {
  return database()
    .select({
      kind: mailDeliveries.kind,
      state: mailDeliveries.state,
      createdAt: mailDeliveries.createdAt,
      sentAt: mailDeliveries.sentAt,
    })
    .from(mailDeliveries)
    .where(eq(mailDeliveries.commenterId, commenterId))
    .orderBy(mailDeliveries.id)
}
