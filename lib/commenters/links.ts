import { readNumbers, signNumbers } from "@/lib/signed-token"

/**
 * How long a mailed link works. One that asks for a proof: as long as the messages of a mailbox are counted, so that
 * whoever used them up for its owner has left a link there that works.
 */
export const verificationDays = 30
export const ownLinkHours = 24

/** The comment that a link asks about, and the epoch of the commenter it was mailed to. */
export type VerificationLink = { commentId: number; epoch: number }

/** Where the owner of a mailbox says whether they wrote a comment. Counting the commenter's epoch up ends the link. */
export function verificationUrl({ commentId, epoch }: VerificationLink, until: Date): string {
  return `/comments/prove/${signNumbers("prove-token", [commentId, epoch, seconds(until)])}`
}

/** What a link asks about, still to be compared with the row's epoch; `null` for one that is not ours or is over. */
export function readVerificationToken(
  token: string,
  now: Date = new Date(),
): (VerificationLink & { until: Date }) | null {
  const [commentId, epoch, until] = readNumbers("prove-token", token, 3) ?? []
  return commentId && epoch && until && seconds(now) < until
    ? { commentId, epoch, until: new Date(until * 1000) }
    : null
}

/** Everything under one address. The epoch is the commenter's: counting it up ends the link. */
export function ownCommentsUrl({ id, epoch }: { id: number; epoch: number }, until: Date): string {
  return `/comments/mine/${signNumbers("mine-token", [id, epoch, seconds(until)])}`
}

/** Whose page it is, still to be compared with the row's epoch; `null` for a link that is not ours or is over. */
export function readOwnToken(
  token: string,
  now: Date = new Date(),
): { id: number; epoch: number; until: Date } | null {
  const link = readMine(token)
  return link && now < link.until ? link : null
}

/**
 * For so many days after its end a link to everything can ask for a new one: as long as its message counts, so that
 * strangers who used up the messages of a mailbox have left its owner a link that can.
 */
const renewDays = 30

/** Whose page it was, for a link that is over and can still ask for a new one. */
export function readEndedOwnToken(
  token: string,
  now: Date = new Date(),
): { id: number; epoch: number } | null {
  const link = readMine(token)
  const late = link ? now.getTime() - link.until.getTime() : -1
  return link && late >= 0 && late < renewDays * 86_400_000 ? link : null
}

function readMine(token: string) {
  const [id, epoch, until] = readNumbers("mine-token", token, 3) ?? []
  return id && epoch && until ? { id, epoch, until: new Date(until * 1000) } : null
}

/** Where an address is told to be written to no more. It works as long as there is the address: it stands in old mails. */
export function stopUrl(commenterId: number): string {
  return `/comments/stop/${signNumbers("stop-token", [commenterId])}`
}

/** The commenter that a link for stopping belongs to. */
export function readStopToken(token: string): number | null {
  return readNumbers("stop-token", token, 1)?.[0] ?? null
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
