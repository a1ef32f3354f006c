import { presenceSeconds } from "@/lib/posts/presence/limits"
import type { Presence } from "@/lib/posts/presence/types"

/** Who of them counts as there so many seconds after they were listed: nobody whose lease has run out since. */
export function stillOpen(others: readonly Presence[], secondsLater: number): readonly Presence[] {
  const open = others.filter(({ seen }) => seen + secondsLater < presenceSeconds.lease)
  return open.length === others.length ? others : open
}
