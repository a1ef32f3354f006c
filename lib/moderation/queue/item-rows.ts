import "server-only"
import { eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { decisionLines } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { decisionJoin } from "@/lib/comments/current-decision"
import { leaseOfOther } from "@/lib/moderation/leases"
import { authorHistory } from "@/lib/moderation/queue/author-history"
import { blackoutJoin } from "@/lib/moderation/queue/blackout-join"
import { deniedAppeal } from "@/lib/moderation/queue/denied-appeal"
import { lastEvent } from "@/lib/moderation/queue/last-event"
import { lastHeld } from "@/lib/moderation/queue/last-held"
import { notesOn } from "@/lib/moderation/queue/notes-on"
import { openAppeal } from "@/lib/moderation/queue/open-appeal"
import { openReports } from "@/lib/moderation/queue/open-reports"
import { columnsOf, orderOf, queuePage, type Selection } from "@/lib/moderation/queue/page"
import { modeChangeJoin, storyColumns } from "@/lib/moderation/queue/story-join"

export type ItemRow = Awaited<ReturnType<typeof selectRows>>[number]

/** All that cards are made of, in one query: more than may leave the server. */
export function selectRows(db: Queryable, staff: Staff, selection: Selection) {
  const page = queuePage(db, selection)
  const parent = alias(comments, "parent")
  const { decision, columns } = decisionJoin(db, page.id, "decision")
  const reports = openReports(db, page.id, decision.at).as("reports")
  const notes = notesOn(db, page.id, staff).as("notes")
  const appeal = openAppeal(db, page.id).as("appeal")
  const denial = deniedAppeal(db, page.id).as("denial")
  const { blackout, columns: blackoutColumns } = blackoutJoin(db, page.id, page.body)
  const modeChange = modeChangeJoin(db)
  const lease = leaseOfOther(db, staff, page.id).as("lease")
  const { addresses, histories } = authorHistory(db, page)
  const held = lastHeld(db, page.id).as("held")
  const last = lastEvent(db, page.id).as("last")
  const { approved, rejected, spam, waiting, firstSeen } = histories
  return db
    .with(page, addresses, histories)
    .select({
      comment: columnsOf(page),
      ...storyColumns(modeChange),
      parent: { id: parent.id, name: parent.name, excerpt: sql<string>`left(${parent.body}, 240)` },
      history: { approved, rejected, spam, waiting, firstSeen },
      reports: { count: reports.count, reasons: reports.reasons, notes: reports.notes },
      notes: notes.written,
      appeal: {
        id: appeal.id,
        body: appeal.body,
        at: appeal.at,
        staffId: appeal.staffId,
        alone: appeal.alone,
        openToDecider: appeal.openToDecider,
      },
      denial: {
        id: denial.id,
        by: denial.by,
        at: denial.at,
        undoable: denial.undoable,
        against: denial.against,
      },
      blackout: blackoutColumns,
      openedBy: lease.by,
      heldFor: held.reason,
      decision: columns,
      line: decisionLines.body,
      last: { id: last.id, action: last.action, by: last.by, at: last.at },
    })
    .from(page)
    .innerJoin(posts, eq(posts.id, page.postId))
    .leftJoinLateral(modeChange, sql`true`)
    .leftJoin(parent, eq(parent.id, page.parentId))
    .leftJoinLateral(decision, sql`true`)
    .leftJoin(decisionLines, eq(decisionLines.eventId, decision.id))
    .leftJoinLateral(held, sql`true`)
    .leftJoinLateral(last, sql`true`)
    .leftJoinLateral(appeal, sql`true`)
    .leftJoinLateral(denial, sql`true`)
    .leftJoinLateral(blackout, sql`true`)
    .leftJoinLateral(lease, sql`true`)
    .crossJoinLateral(reports)
    .crossJoinLateral(notes)
    .innerJoin(histories, eq(histories.emailHash, page.emailHash))
    .orderBy(...orderOf(page, selection.order))
}
