import "server-only"
import { randomUUID } from "node:crypto"
import { transaction } from "@/db/transaction"
import { queueDelivery } from "@/lib/mail/deliveries"
import { linksPerMailbox, linksPerNetwork } from "@/lib/staff/limits"
import { ofIpPrefix, ofMailbox } from "@/lib/visitors/limit-subject"
import { countAgainst, type LimitAnswer } from "@/lib/visitors/rate-limit"

/**
 * Has a link mailed to an address, if it is of somebody on the staff. That is found out when the message's turn comes
 * (`lib/staff/mail.ts`): here the same is written for every address, so that neither the answer nor its time tells.
 */
export async function requestStaffLink({
  email,
  purpose,
  network,
}: {
  email: string
  purpose: "sign_in" | "reset"
  network: string
}): Promise<LimitAnswer> {
  for (const [limit, who] of [
    [linksPerNetwork, ofIpPrefix(network)],
    [linksPerMailbox, ofMailbox(email)],
  ] as const) {
    const answer = await countAgainst(limit, who)
    if (!answer.ok) return answer
  }
  await transaction(async (tx) => {
    const dedupeKey = randomUUID()
    await queueDelivery(tx, { kind: "staff_link", recipient: email, content: { purpose }, dedupeKey })
  })
  return { ok: true }
}
