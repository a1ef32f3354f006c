import "server-only"
import { database } from "@/db/client"
import { getHead } from "@/lib/audit/chain"
import { readableSubjects } from "@/lib/audit/policy"
import { type Break, countUnchained, verifyNewest } from "@/lib/audit/verify"
import type { Staff } from "@/lib/auth/staff"

/** So many of the newest links are checked whenever somebody looks at the log. */
const linksChecked = 500

export type ChainState = {
  /** The last place in the chain and its hash in hexadecimal. */
  seq: number
  head: string
  /** How many of the newest links were checked now, and the first that is broken. */
  checked: number
  found: Break | null
  unchained: number
}

/** How the chain stands. Only its newest part is walked: the whole of it is `npm run verify-log`. */
export async function getChainState(staff: Staff): Promise<ChainState> {
  readableSubjects(staff)
  const db = database()
  const [{ seq, hash }, { checked, found }, unchained] = await Promise.all([
    getHead(db),
    verifyNewest(db, linksChecked),
    countUnchained(db),
  ])
  const late = unchained.late ? ({ kind: "unchained", id: Number(unchained.late) } as const) : null
  return { seq, head: hash.toString("hex"), checked, found: found ?? late, unchained: unchained.count }
}
