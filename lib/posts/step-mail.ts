import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { posts } from "@/db/schema/posts"
import { staff } from "@/db/schema/staff"
import type { MailContent } from "@/lib/mail/content"
import type { Delivery } from "@/lib/mail/deliveries"
import { authorIds } from "@/lib/posts/own-stories"
import { maySee } from "@/lib/posts/policy"
import { isToldAction, stepOf, storyStepTemplate } from "@/lib/posts/templates"
import { formatDate, type Locale } from "@/lib/text/format-date"

/** Tells somebody of a step of a story, or `null` when they may not see it any more or it was thrown away since. */
export async function storyStepMail(
  { staffId, content }: Delivery,
  { publicationName, ...locale }: Locale & { publicationName: string },
): Promise<MailContent | null> {
  const actor = alias(staff, "actor")
  const [row] = await database()
    .select({
      action: auditEvents.action,
      detail: auditEvents.detail,
      by: actor.name,
      roles: staff.roles,
      authorId: staff.authorId,
      post: { id: posts.id, title: posts.title, createdBy: posts.createdBy, authorIds },
    })
    .from(auditEvents)
    .innerJoin(posts, and(eq(posts.id, auditEvents.postId), isNull(posts.trashedAt)))
    .innerJoin(actor, eq(actor.id, auditEvents.staffId))
    .innerJoin(staff, and(eq(staff.id, staffId ?? 0), isNull(staff.disabledAt)))
    .where(eq(auditEvents.id, Number(content.event)))
  if (!row || staffId === null || !isToldAction(row.action)) return null
  const { action, by, post, roles, authorId, detail } = row
  if (!maySee({ id: staffId, roles, authorId }, post)) return null
  const note = typeof detail.note === "string" ? detail.note : ""
  const at = typeof detail.publishAt === "string" && detail.publishAt ? new Date(detail.publishAt) : null
  return storyStepTemplate({
    step: stepOf(action, { isProposal: detail.proposal === true, at }),
    isAgain: detail.again === true,
    by,
    note,
    post,
    // By the publication's clocks, like every time that the newsroom reads: their zone goes without saying.
    at: at && formatDate(at, locale, { withTime: true }),
    publicationName,
  })
}
