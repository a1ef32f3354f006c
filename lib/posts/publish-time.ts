import type { StoredPost } from "@/lib/posts/save-outcome"

export type TimeRefusal = "embargoed" | "embargo-later" | "time-soon" | "time-far"

/** A story is scheduled so far ahead at least, in milliseconds: people see that it was, and can take it back. */
const soonest = 60_000
/** A time beyond this is a slip of the keys. */
const mostYears = 5

type Wish = {
  status: StoredPost["status"]
  /** When it shall go out, where it is scheduled. */
  publishAt: Date | null
  now: Date
}

/** Why a story cannot be shown to readers now, or at the time that somebody wishes; null where it can. */
export function refusedTime(post: StoredPost, { status, publishAt, now }: Wish): TimeRefusal | null {
  const embargo = post.embargoUntil
  if (status === "published") {
    return post.status !== "published" && embargo !== null && now < embargo ? "embargoed" : null
  }
  if (publishAt === null) return null
  // Words are changed until the last moment; only another time has to lie ahead.
  const kept = post.status === "scheduled" && post.publishAt?.getTime() === publishAt.getTime()
  if (publishAt.getTime() < now.getTime() + (kept ? 0 : soonest)) return "time-soon"
  if (publishAt > yearsAfter(now)) return "time-far"
  return embargo !== null && publishAt < embargo ? "embargo-later" : null
}

/** The last moment that can be chosen. */
export function yearsAfter(now: Date): Date {
  const last = new Date(now)
  last.setUTCFullYear(last.getUTCFullYear() + mostYears)
  return last
}
