import "server-only"
import { and, eq, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentReports } from "@/db/schema/reports"
import { isUnanswered } from "@/lib/comments/due-reports"

/** Of a commenter, where somebody asked for mail. */
type Id = number | null | undefined

/** Mails the sender of an earlier report, unless somebody else is mailed about it, or its message has gone. */
export async function mailSender(tx: Transaction, reportId: number, commenterId: Id): Promise<boolean> {
  if (!commenterId) return false
  const [row] = await tx
    .update(commentReports)
    .set({ commenterId: sql`coalesce(${commentReports.commenterId}, ${recipient(commenterId)})` })
    .where(and(eq(commentReports.id, reportId), isUnanswered))
    .returning({
      willMail: sql<boolean>`coalesce(${commentReports.commenterId} = ${recipient(commenterId)}, false)`,
    })
  return row?.willMail ?? false
}

/** Nobody once the address was erased or wants no mail; locked, so that it is not erased under the write. */
export function recipient(id: Id): SQL | null {
  if (!id) return null
  return sql`(select id from commenters
    where id = ${id} and proved_at is not null and mail_stopped_at is null for key share)`
}
