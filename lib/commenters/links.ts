import { readNumbers, signNumbers } from "@/lib/signed-token"

/** How long a mailed link works. */
export const proveDays = 7
export const mineHours = 24

/** Where the owner of a mailbox says whether they wrote a comment. */
export function provePage(commentId: number, until: Date): string {
  return `/comments/prove/${signNumbers("prove-token", [commentId, seconds(until)])}`
}

/** The comment that a link asks about; `null` for one that is not ours or is over. */
export function readProveToken(token: string, now: Date = new Date()): number | null {
  const [commentId, until] = readNumbers("prove-token", token, 2) ?? []
  return commentId && until && seconds(now) < until ? commentId : null
}

/** Everything under one address. The epoch is the commenter's: counting it up ends the link. */
export function minePage({ id, epoch }: { id: number; epoch: number }, until: Date): string {
  return `/comments/mine/${signNumbers("mine-token", [id, epoch, seconds(until)])}`
}

/** Whose page it is, still to be compared with the row's epoch; `null` for a link that is not ours or is over. */
export function readMineToken(
  token: string,
  now: Date = new Date(),
): { id: number; epoch: number; until: Date } | null {
  const [id, epoch, until] = readNumbers("mine-token", token, 3) ?? []
  return id && epoch && until && seconds(now) < until ? { id, epoch, until: new Date(until * 1000) } : null
}

/** Where an address is told to be written to no more. It works as long as there is the address: it stands in old mails. */
export function stopPage(commenterId: number): string {
  return `/comments/stop/${signNumbers("stop-token", [commenterId])}`
}

/** The commenter that a link for stopping belongs to. */
export function readStopToken(token: string): number | null {
  return readNumbers("stop-token", token, 1)?.[0] ?? null
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
