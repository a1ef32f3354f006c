import "server-only"
import { randomUUID } from "node:crypto"
import type { Transaction } from "@/db/client"
import type { NoticeKind } from "@/lib/credentials/notice-template"
import { queueDelivery } from "@/lib/mail/deliveries"

/** Queues a message about a change of how somebody signs in, to the address that they had before it. */
export async function queueNotice(
  tx: Transaction,
  { id, email, what }: { id: number; email: string; what: NoticeKind },
): Promise<void> {
  await queueDelivery(tx, {
    kind: "staff_notice",
    recipient: email,
    staffId: id,
    content: { what },
    dedupeKey: randomUUID(),
  })
}
