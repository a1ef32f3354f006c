import "server-only"
import type { Queryable } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { type CurrentDecision, currentDecisionOf } from "@/lib/comments/current-decision"
import { without } from "@/lib/moderation/queue/author-history"
import { type ItemRow, selectRows } from "@/lib/moderation/queue/item-rows"
import type { Selection } from "@/lib/moderation/queue/page"
import { shownBlackout } from "@/lib/moderation/queue/shown-blackout"
import { threadOf } from "@/lib/moderation/queue/story-thread"
import type { QueueItem } from "@/lib/moderation/types"

/** Comments with all that a card tells about them, in one query. Holds nothing of a commenter's addresses. */
export async function selectItems(db: Queryable, staff: Staff, selection: Selection): Promise<QueueItem[]> {
  const rows = await selectRows(db, staff, selection)
  return rows.map((row) => itemOf(row, staff))
}

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
  }: ItemRow,
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

/** What may leave the server of a decision. */
function shownPart({ id, verdict, by, reason, at, undoable }: CurrentDecision) {
  return { id, verdict, by, reason, at, undoable }
}

type Appeal = NonNullable<ItemRow["appeal"]>

function shownAppeal({ id, body, at, staffId, alone, openToDecider }: Appeal, staff: Staff) {
  const mine = staffId === staff.id
  return { id, body, at, own: mine && !openToDecider, secondLook: mine && alone }
}

type Denial = NonNullable<QueueItem["denial"]>

function shownDenial({ id, by, at, undoable }: Denial): Denial {
  return { id, by, at, undoable }
}
