import "server-only"
import type { Transaction } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import type { ResolvedBan } from "@/lib/moderation/bans/target"
import { startBatch } from "@/lib/moderation/bulk/start-batch"

type BanDecision = { staff: Staff; action: "banned" | "ban_lifted"; kind: ResolvedBan["kind"] }

/** Starts the batch of a decision about a ban; its words name nobody. */
export function startBanBatch(tx: Transaction, { kind, ...decision }: BanDecision): Promise<number> {
  return startBatch(tx, { ...decision, about: `Ban of ${inWords[kind]}` })
}

const inWords = { address: "an address", domain: "a domain", network: "a network", name: "a name" }
