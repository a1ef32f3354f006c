import { type BanLength, banLengths } from "@/lib/moderation/bans/input"

/** When a ban of this length ends, no later than `endsAtLatest`; null for one without an end. */
export function expiryOf(lasts: BanLength, endsAtLatest: Date | null): Date | null {
  return earlier(endOf(lasts), endsAtLatest)
}

function endOf(lasts: BanLength): Date | null {
  const days = banLengths[lasts]
  return days === null ? null : new Date(Date.now() + days * 86_400_000)
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a < b ? a : b
}
