import "server-only"
import { randomUUID } from "node:crypto"
import type { Transaction } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { queueDelivery } from "@/lib/mail/deliveries"

type Recipient = { id: number; email: string }

export async function mailInvitation(tx: Transaction, admin: Staff, { id, email }: Recipient): Promise<void> {
  await queueDelivery(tx, {
    kind: "staff_link",
    recipient: email,
    staffId: id,
    content: { purpose: "invite", by: admin.name },
    dedupeKey: randomUUID(),
  })
}
