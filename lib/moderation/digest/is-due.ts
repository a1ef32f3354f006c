import "server-only"
import { and, arrayOverlaps, isNotNull, isNull, or, sql } from "drizzle-orm"
import { staff } from "@/db/schema/staff"
import { rolesThatMay } from "@/lib/auth/staff"
import { mailGaps } from "@/lib/settings/comment-mail"

/** Those of the staff who decide about comments and want to hear of them by now. */
export function isDue(now: Date) {
  const gaps = Object.entries(mailGaps).map(([often, minutes]) => {
    const before = new Date(now.getTime() - minutes * 60_000).toISOString()
    return sql`(${staff.commentMail} = ${often} and (
      ${staff.commentMailAt} is null or ${staff.commentMailAt} <= ${before}::timestamptz
    ))`
  })
  return and(
    isNotNull(staff.joinedAt),
    isNull(staff.disabledAt),
    arrayOverlaps(staff.roles, [...rolesThatMay("comments.moderate")]),
    or(...gaps),
  )
}
