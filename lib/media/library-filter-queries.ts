import "server-only"
import { and, eq, lt, type SQL, sql } from "drizzle-orm"
import { type Days, withinDays } from "@/db/days"
import { media } from "@/db/schema/media"

export type MediaFilter = {
  search?: string
  uploadedBy?: number
  unused?: boolean
  /** Within which they were added. */
  days?: Days
  /** Only pictures with a smaller id: the ones before a page's last. */
  before?: number
}

/** Which pictures of the library are asked for. */
export function libraryMatches({ search, uploadedBy, unused, days, before }: MediaFilter): SQL | undefined {
  return and(
    uploadedBy === undefined ? undefined : eq(media.uploadedBy, uploadedBy),
    before === undefined ? undefined : lt(media.id, before),
    unused ? sql`not exists (select from media_uses u where u.media_id = media.id)` : undefined,
    days && withinDays(media.createdAt, days),
    search ? sql`strpos(${media.words}, lower(${search})) > 0` : undefined,
  )
}
