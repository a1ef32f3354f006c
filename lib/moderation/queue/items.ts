import "server-only"
import { eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { decisionLines } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { type CurrentDecision, currentDecisionOf, decisionJoin } from "@/lib/comments/current-decision"
import { leaseOfOther } from "@/lib/moderation/lease-of-other"
import { authorHistory, without } from "@/lib/moderation/queue/author-history"
import { blackoutJoin } from "@/lib/moderation/queue/blackout-join"
import {
  deniedAppeal,
  lastEvent,
  lastHeld,
  notesOn,
  openAppeal,
  openReports,
} from "@/lib/moderation/queue/joins"
import { orderOf, type Page, queuePage, type Selection } from "@/lib/moderation/queue/page"
import { shownBlackout } from "@/lib/moderation/queue/shown-blackout"
import { threadOf } from "@/lib/moderation/queue/story-thread"
import type { QueueItem } from "@/lib/moderation/types"
import { currentModeChange } from "@/lib/posts/mode-changes"
import { storedSettings } from "@/lib/settings/queries"

/** Comments with all that a card tells about them, in one query. Holds nothing of a commenter's addresses. */
export async function selectItems(db: Queryable, staff: Staff, selection: Selection): Promise<QueueItem[]> {
  const rows = await selectRows(db, staff, selection)
  return rows.map((row) => itemOf(row, staff))
}

type Row = Awaited<ReturnType<typeof selectRows>>[number]

function itemOf(
  {
    comment,
    decision,
    line,
    history,
    heldFor,
    last,
    appeal,
    denial,
    blackout,
    notes,
    openedBy,
    story,
    modeChange,
    stored,
    ...row
  }: Row,
  staff: Staff,
): QueueItem {
  const standing = decision ? currentDecisionOf(decision, comment.status) : null
  return {
    ...comment,
    ...row,
    history: without(history, comment.status),
    thread: story.status === "published" ? threadOf({ story, modeChange, stored }, staff) : null,
    heldFor: heldFor ?? "",
    notes: notes.map(({ at, ...note }) => ({ ...note, at: new Date(at) })),
    appeal: appeal && shownAppeal(appeal, staff),
    denial: denial && denial.against === standing?.id ? shownDenial(denial) : null,
    blackout: blackout && shownBlackout(blackout, comment),
    openedBy: openedBy ?? null,
    standing: standing && { ...shownPart(standing), line },
    last: last && { ...last, by: last.by ?? null },
  }
}

function selectRows(db: Queryable, staff: Staff, selection: Selection) {
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

function modeChangeJoin(db: Queryable) {
  return currentModeChange(db, posts.id).as("mode_change")
}

/** Of the story it stands under, and of the change that its mode is owed to. */
function storyColumns({ id, staffId, by, at, undoable }: ReturnType<typeof modeChangeJoin>) {
  const { slug, title, commentMode, publishedAt, status } = posts
  return {
    post: { id: posts.id, slug, title },
    story: { commentMode, publishedAt, status },
    stored: storedSettings,
    modeChange: { id, staffId, by, at, undoable },
  }
}

/** Of the comment itself. */
function columnsOf(page: Page) {
  const { id, status, version, name, website, body, createdAt, editedAt } = page
  return {
    ...{ id, status, version, name, website, body, createdAt, editedAt },
    proved: sql<boolean>`${page.provedAt} is not null`,
    byStaff: sql<boolean>`${page.staffId} is not null`,
    score: page.score,
    contributions: page.contributions,
    findings: page.findings,
  }
}

/** What may leave the server of a decision. */
function shownPart({ id, verdict, by, reason, at, undoable }: CurrentDecision) {
  return { id, verdict, by, reason, at, undoable }
}

type Appeal = NonNullable<Row["appeal"]>

function shownAppeal({ id, body, at, staffId, alone, openToDecider }: Appeal, staff: Staff) {
  const mine = staffId === staff.id
  return { id, body, at, own: mine && !openToDecider, secondLook: mine && alone }
}

type Denial = NonNullable<QueueItem["denial"]>

function shownDenial({ id, by, at, undoable }: Denial): Denial {
  return { id, by, at, undoable }
}
