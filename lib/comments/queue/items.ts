import "server-only"
import { and, desc, eq, gt, isNull, ne, type SQLWrapper, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { moderationEvents } from "@/db/schema/events"
import { commentAppeals, commentLeases, commentNotes } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import { type QueueItem, undoMinutes } from "@/lib/comments/decisions/decisions"
import { decisionJoin, isOpen, type Standing, standingOf } from "@/lib/comments/decisions/standing"
import { orderOf, pageOf, type Selection } from "@/lib/comments/queue/page"
import { pastOf, without } from "@/lib/comments/queue/past"

/** Comments with all that a card tells about them, in one query. Holds nothing of a commenter's addresses. */
export async function selectItems(db: Queryable, staff: Staff, selection: Selection): Promise<QueueItem[]> {
  const page = pageOf(db, selection)
  const parent = alias(comments, "parent")
  const { decision, columns } = decisionJoin(db, page.id, "decision")
  const reports = openReports(db, page.id, decision.at).as("reports")
  const notes = notesOn(db, page.id, staff).as("notes")
  const appeal = openAppeal(db, page.id).as("appeal")
  const denial = deniedAppeal(db, page.id).as("denial")
  const lease = leaseOfOthers(db, page.id, staff).as("lease")
  const { addresses, histories } = pastOf(db, page)
  const held = db
    .select({ reason: moderationEvents.reason })
    .from(moderationEvents)
    .where(
      and(
        eq(moderationEvents.commentId, page.id),
        eq(moderationEvents.toStatus, "pending"),
        isNull(moderationEvents.staffId),
        ne(moderationEvents.reason, ""),
      ),
    )
    .orderBy(desc(moderationEvents.id))
    .limit(1)
    .as("held")
  const last = db
    .select({
      id: moderationEvents.id,
      action: moderationEvents.action,
      by: staffTable.name,
      at: moderationEvents.createdAt,
    })
    .from(moderationEvents)
    .leftJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .where(eq(moderationEvents.commentId, page.id))
    .orderBy(desc(moderationEvents.id))
    .limit(1)
    .as("last")

  const rows = await db
    .with(page, addresses, histories)
    .select({
      comment: {
        id: page.id,
        status: page.status,
        version: page.version,
        name: page.name,
        website: page.website,
        body: page.body,
        createdAt: page.createdAt,
        editedAt: page.editedAt,
        proved: sql<boolean>`${page.provedAt} is not null`,
        byStaff: sql<boolean>`${page.staffId} is not null`,
        score: page.score,
        contributions: page.contributions,
        findings: page.findings,
      },
      post: { slug: posts.slug, title: posts.title },
      parent: { id: parent.id, name: parent.name, excerpt: sql<string>`left(${parent.body}, 240)` },
      history: {
        approved: histories.approved,
        rejected: histories.rejected,
        spam: histories.spam,
        waiting: histories.waiting,
        firstSeen: histories.firstSeen,
      },
      reports: { count: reports.count, reasons: reports.reasons, notes: reports.notes },
      notes: notes.written,
      appeal: { id: appeal.id, body: appeal.body, at: appeal.at, staffId: appeal.staffId },
      denial: {
        id: denial.id,
        by: denial.by,
        at: denial.at,
        undoable: denial.undoable,
        against: denial.against,
      },
      openedBy: lease.by,
      heldFor: held.reason,
      decision: columns,
      last: { id: last.id, action: last.action, by: last.by, at: last.at },
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.postId))
    .leftJoin(parent, eq(parent.id, page.parentId))
    .leftJoinLateral(decision, sql`true`)
    .leftJoinLateral(held, sql`true`)
    .leftJoinLateral(last, sql`true`)
    .leftJoinLateral(appeal, sql`true`)
    .leftJoinLateral(denial, sql`true`)
    .leftJoinLateral(lease, sql`true`)
    .crossJoinLateral(reports)
    .crossJoinLateral(notes)
    .innerJoin(histories, eq(histories.emailHash, page.emailHash))
    .orderBy(...orderOf(page, selection.order))
  return rows.map(
    ({ comment, decision, history, heldFor, last, appeal, denial, notes, openedBy, ...row }) => {
      const standing = decision ? standingOf(decision, comment.status) : null
      return {
        ...comment,
        ...row,
        history: without(history, comment.status),
        heldFor: heldFor ?? "",
        notes: notes.map(({ at, ...note }) => ({ ...note, at: new Date(at) })),
        appeal: appeal && {
          id: appeal.id,
          body: appeal.body,
          at: appeal.at,
          own: appeal.staffId === staff.id,
        },
        denial: denial && denial.against === standing?.id ? shownDenial(denial) : null,
        openedBy: openedBy ?? null,
        standing: standing && shownPart(standing),
        last: last && { ...last, by: last.by ?? null },
      }
    },
  )
}

/** What may leave the server of a decision. */
export function shownPart({ id, verdict, by, reason, at, undoable }: Standing) {
  return { id, verdict, by, reason, at, undoable }
}

type Denial = NonNullable<QueueItem["denial"]>

function shownDenial({ id, by, at, undoable }: Denial): Denial {
  return { id, by, at, undoable }
}

/** What readers said since the last decision. */
function openReports(db: Queryable, commentId: SQLWrapper, decidedAt: SQLWrapper) {
  return db
    .select({
      count: sql<number>`count(*)::int`.as("count"),
      reasons: sql<string[]>`coalesce(array_agg(distinct ${commentReports.reason}::text), '{}')`.as(
        "reasons",
      ),
      notes: sql<
        string[]
      >`coalesce((array_agg(${commentReports.note} order by ${commentReports.id} desc) filter (where ${commentReports.note} <> ''))[1:3], '{}')`.as(
        "notes",
      ),
    })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, commentId), isOpen(decidedAt)))
}

type Note = { id: number; by: string; body: string; at: string; undoable: boolean }

/** More notes than anybody reads are cut off at the oldest end. */
const mostNotes = 50

function notesOn(db: Queryable, commentId: SQLWrapper, staff: Staff) {
  const newest = db
    .select({
      id: commentNotes.id,
      staffId: commentNotes.staffId,
      by: staffTable.name,
      body: commentNotes.body,
      at: commentNotes.createdAt,
    })
    .from(commentNotes)
    .innerJoin(staffTable, eq(staffTable.id, commentNotes.staffId))
    .where(eq(commentNotes.commentId, commentId))
    .orderBy(desc(commentNotes.id))
    .limit(mostNotes)
    .as("newest_notes")
  const undoable = sql`${newest.staffId} = ${staff.id} and ${newest.at} > now() - make_interval(mins => ${undoMinutes})`
  return db
    .select({
      written: sql<Note[]>`coalesce(json_agg(json_build_object(
        'id', ${newest.id}, 'by', ${newest.by}, 'body', ${newest.body}, 'at', ${newest.at}, 'undoable', ${undoable}
      ) order by ${newest.id}), '[]')`.as("written"),
    })
    .from(newest)
}

function openAppeal(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: commentAppeals.id,
      body: commentAppeals.body,
      at: commentAppeals.createdAt,
      staffId: moderationEvents.staffId,
    })
    .from(commentAppeals)
    .innerJoin(moderationEvents, eq(moderationEvents.id, commentAppeals.eventId))
    .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.decidedBy)))
    .limit(1)
}

function deniedAppeal(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: moderationEvents.id,
      by: staffTable.name,
      at: moderationEvents.createdAt,
      undoable:
        sql<boolean>`${moderationEvents.createdAt} > now() - make_interval(mins => ${undoMinutes})`.as(
          "denial_undoable",
        ),
      against: commentAppeals.eventId,
    })
    .from(commentAppeals)
    .innerJoin(moderationEvents, eq(moderationEvents.id, commentAppeals.decidedBy))
    .innerJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .where(and(eq(commentAppeals.commentId, commentId), eq(moderationEvents.action, "appeal_denied")))
    .orderBy(desc(moderationEvents.id))
    .limit(1)
}

function leaseOfOthers(db: Queryable, commentId: SQLWrapper, staff: Staff) {
  return db
    .select({ by: staffTable.name })
    .from(commentLeases)
    .innerJoin(staffTable, eq(staffTable.id, commentLeases.staffId))
    .where(
      and(
        eq(commentLeases.commentId, commentId),
        ne(commentLeases.staffId, staff.id),
        gt(commentLeases.until, sql`now()`),
      ),
    )
    .limit(1)
}
