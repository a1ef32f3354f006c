import type { Presence } from "@/lib/posts/presence/types"

/** "has this open" */
export function openWords({ own }: Pick<Presence, "own">): string {
  return own ? "have this open in another tab or on another device" : "has this open"
}

/** What follows: ", and typed a minute ago", or nothing. */
export function typedWords({ typed }: Pick<Presence, "typed">): string {
  return typed === null ? "" : `, and typed ${ago(typed)}`
}

function ago(seconds: number): string {
  if (seconds < 45) return "just now"
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes === 1) return "a minute ago"
  return minutes < 60 ? `${minutes} minutes ago` : "more than an hour ago"
}
