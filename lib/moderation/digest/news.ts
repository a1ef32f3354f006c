import "server-only"
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm"
import { database } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { may } from "@/lib/auth/staff"
import { findNews } from "@/lib/moderation/digest/find-news"
import { readMark } from "@/lib/moderation/digest/mark"
import type { DigestNews } from "@/lib/moderation/digest/types"

/**
 * What a message to one of the staff has to tell when its turn comes, or `null` when it should not go any more: nothing
 * of it waits, or the person may not decide, or wants no such mail.
 */
export async function newsFor(
  staffId: number | null,
  content: Record<string, string>,
  now = new Date(),
): Promise<DigestNews | null> {
  if (staffId === null) return null
  const db = database()
  const [person] = await db
    .select({ roles: staff.roles })
    .from(staff)
    .where(
      and(
        eq(staff.id, staffId),
        isNotNull(staff.joinedAt),
        isNull(staff.disabledAt),
        ne(staff.commentMail, "off"),
      ),
    )
  if (!person || !may(person, "comments.moderate")) return null
  const news = await findNews(db, readMark(content), now)
  return news.fresh + news.reported > 0 ? news : null
}
