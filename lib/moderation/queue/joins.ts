import "server-only"
import { and, desc, eq, isNull, ne, type SQLWrapper, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { commentAppeals, commentNotes } from "@/db/schema/moderation"
import { commentReports } from "@/db/schema/reports"
import { staff as staffTable } from "@/db/schema/staff"
import { isUndoable } from "@/lib/audit/undoable"
import type { Staff } from "@/lib/auth/staff"
import { isOpen } from "@/lib/comments/current-decision"
import { decidesAlone, openToDecider } from "@/lib/comments/second-look"

// What a card tells about a comment beside its text: queries for one comment, each joined laterally to a page of them.

/** What readers said since the last decision. */
export function openReports(db: Queryable, commentId: SQLWrapper, decidedAt: SQLWrapper) {
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

/** What moderators wrote to each other, oldest first; `undoable` for one's own within the hour. */
export function notesOn(db: Queryable, commentId: SQLWrapper, staff: Staff) {
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
  const undoable = sql`${newest.staffId} = ${staff.id} and ${isUndoable(newest.at)}`
  return db
    .select({
      written: sql<Note[]>`coalesce(json_agg(json_build_object(
        'id', ${newest.id}, 'by', ${newest.by}, 'body', ${newest.body}, 'at', ${newest.at}, 'undoable', ${undoable}
      ) order by ${newest.id}), '[]')`.as("written"),
    })
    .from(newest)
}

/** The appeal that nobody has decided about, and whose decision it is against. */
export function openAppeal(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: commentAppeals.id,
      body: commentAppeals.body,
      at: commentAppeals.createdAt,
      staffId: auditEvents.staffId,
      alone: decidesAlone(auditEvents.staffId).as("decides_alone"),
      openToDecider: openToDecider(auditEvents.staffId, commentAppeals.createdAt).as("open_to_decider"),
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.eventId))
    .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.decidedBy)))
    .limit(1)
}

/** The newest denial of an appeal of its author, and the decision that was appealed against. */
export function deniedAppeal(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: auditEvents.id,
      by: staffTable.name,
      at: auditEvents.createdAt,
      undoable: isUndoable(auditEvents.createdAt).as("denial_undoable"),
      against: commentAppeals.eventId,
    })
    .from(commentAppeals)
    .innerJoin(auditEvents, eq(auditEvents.id, commentAppeals.decidedBy))
    .innerJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(and(eq(commentAppeals.commentId, commentId), eq(auditEvents.action, "appeal_denied")))
    .orderBy(desc(auditEvents.id))
    .limit(1)
}

/** Why it was last held by the publication's rules. */
export function lastHeld(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({ reason: auditEvents.reason })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.commentId, commentId),
        eq(auditEvents.toStatus, "pending"),
        isNull(auditEvents.staffId),
        ne(auditEvents.reason, ""),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(1)
}

/** The newest thing that happened to it. */
export function lastEvent(db: Queryable, commentId: SQLWrapper) {
  return db
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      by: staffTable.name,
      at: auditEvents.createdAt,
    })
    .from(auditEvents)
    .leftJoin(staffTable, eq(staffTable.id, auditEvents.staffId))
    .where(eq(auditEvents.commentId, commentId))
    .orderBy(desc(auditEvents.id))
    .limit(1)
}
