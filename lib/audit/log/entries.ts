import "server-only"
import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database } from "@/db/client"
import { auditEvents, moderationBatches } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { pages } from "@/db/schema/pages"
import { posts } from "@/db/schema/posts"
import { staffRole, staff as staffTable } from "@/db/schema/staff"
import type { LogEntry } from "@/lib/audit/log/types"
import { isUndoable } from "@/lib/audit/undoable"
import { may, type Staff } from "@/lib/auth/staff"
import { changesIn } from "@/lib/settings/changes"

/**
 * Events of the log as they are shown to somebody, newest first.
 * @param together whether what was decided about many at once is one entry
 */
export async function selectEntries(
  staff: Staff,
  where: SQL | undefined,
  shown: { together: boolean; limit: number },
): Promise<LogEntry[]> {
  const rows = await selectRows(where, shown)
  return rows.map(({ comment, postId, title, pageId, pageTitle, batch, detail, ...row }) => ({
    ...row,
    settings: changesIn(detail),
    roles: staffRole.enumValues.filter((role) => String(detail.roles).split(", ").includes(role)),
    author: typeof detail.author === "string" ? detail.author : "",
    merged: typeof detail.merged === "string" ? detail.merged : "",
    tag: typeof detail.tag === "string" ? detail.tag : "",
    note: postId !== null && typeof detail.note === "string" ? detail.note : "",
    isNote: detail.again === true,
    overridden: typeof detail.overridden === "string" ? detail.overridden : "",
    into: typeof detail.into === "string" ? detail.into : "",
    page: pageId === null ? null : pageOf(pageId, pageTitle, detail),
    comment: comment && { ...comment, title: title ?? "" },
    story: postId === null ? null : { id: postId, title: title ?? "", opens: may(staff, "posts.write-own") },
    batch: batch && (shown.together ? batch : { ...batch, count: 1 }),
  }))
}

async function selectRows(where: SQL | undefined, { together, limit }: { together: boolean; limit: number }) {
  const undone = alias(auditEvents, "undone")
  const member = alias(staffTable, "member")
  const ofBatch = (what: SQL) => sql`(select ${what} from audit_events as same
    where same.batch_id = ${auditEvents.batchId} and same.action = ${auditEvents.action})`
  return database()
    .select({
      id: auditEvents.id,
      at: auditEvents.createdAt,
      by: staffTable.name,
      action: auditEvents.action,
      reason: auditEvents.reason,
      version: auditEvents.version,
      comment: {
        id: comments.id,
        name: comments.name,
        deleted: sql<boolean>`${comments.status} = 'deleted'`,
      },
      postId: auditEvents.postId,
      title: posts.title,
      member: member.name,
      isSelf: sql<boolean>`coalesce(${auditEvents.memberId} = ${auditEvents.staffId}, false)`,
      mediaId: auditEvents.mediaId,
      authorId: auditEvents.authorId,
      pageId: auditEvents.pageId,
      pageTitle: pages.title,
      batch: {
        id: moderationBatches.id,
        count:
          sql<number>`case when ${auditEvents.batchId} is not null then ${ofBatch(sql`count(*)`)} end`.mapWith(
            Number,
          ),
        about: moderationBatches.about,
        undone: sql<boolean>`${moderationBatches.undoneAt} is not null`,
        undoable: isUndoable(moderationBatches.createdAt),
      },
      undoes: { id: undone.id, action: undone.action, seq: undone.chainSeq },
      seq: auditEvents.chainSeq,
      detail: auditEvents.detail,
    })
    .from(auditEvents)
    .leftJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .leftJoin(comments, eq(comments.id, auditEvents.commentId))
    .leftJoin(posts, eq(posts.id, sql`coalesce(${auditEvents.postId}, ${comments.postId})`))
    .leftJoin(member, eq(member.id, auditEvents.memberId))
    .leftJoin(pages, eq(pages.id, auditEvents.pageId))
    .leftJoin(undone, eq(undone.id, auditEvents.undoes))
    .leftJoin(moderationBatches, eq(moderationBatches.id, auditEvents.batchId))
    .where(
      and(
        where,
        together
          ? or(isNull(auditEvents.batchId), eq(auditEvents.id, ofBatch(sql`max(same.id)`)))
          : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit)
}

function pageOf(id: number, title: string | null, { path }: Record<string, unknown>): LogEntry["page"] {
  return { id, title: title ?? "", path: typeof path === "string" ? `/${path}` : "", gone: title === null }
}
