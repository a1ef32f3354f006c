import "server-only"
import type { Transaction } from "@/db/client"
import { endStaffLinks } from "@/lib/auth/staff-links"
import { cancelDeliveries } from "@/lib/mail/deliveries"

/**
 * Ends every link of one person, also those that are made only when their message is sent. The caller has locked the
 * person's row, which `staffLinkMail` locks too: no message is prepared between the two.
 */
export async function revokeLinks(tx: Transaction, staffId: number): Promise<void> {
  await endStaffLinks(tx, staffId)
  await cancelDeliveries(tx, { kind: "staff_link", staffId })
}
