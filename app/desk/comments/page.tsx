import type { Metadata } from "next"
import { DeskRooms } from "@/components/moderation/desk-rooms"
import { QueueDesk } from "@/components/moderation/queue-desk"
import { QueueFilter } from "@/components/moderation/queue-filter"
import { requireStaff } from "@/lib/auth/viewer"
import { isRefusal, refusalSentence } from "@/lib/moderation/decisions/messages"
import type { DecisionRefusal } from "@/lib/moderation/decisions/types"
import { countLimit, countQueues } from "@/lib/moderation/queue/counts"
import { queueUrl } from "@/lib/moderation/queue/input"
import { compareIn } from "@/lib/moderation/queue/order"
import { getQueueItem, listQueue } from "@/lib/moderation/queue/queries"
import { viewHref, viewQuery } from "@/lib/moderation/queue/url"
import type { QueueItem } from "@/lib/moderation/types"
import { rowNumber } from "@/lib/text/row-number"
import {
  blackOutAction,
  decideAction,
  decideInPlaceAction,
  noteAction,
  openAction,
  replyAction,
} from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Comments" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CommentsPage({ searchParams }: Props) {
  const staff = await requireStaff("comments.moderate")
  const asked = await searchParams
  const view = queueUrl.parse(asked)
  const done = rowNumber.safeParse(asked.done)
  const [counts, page, decided] = await Promise.all([
    countQueues(staff),
    listQueue(staff, view),
    done.success ? getQueueItem(staff, done.data) : null,
  ])
  const refusal = decided && isRefusal(asked.refused) ? sentence(asked.refused, decided) : null
  const order = compareIn(view)
  const items = decided
    ? [...page.items.filter(({ id }) => id !== decided.id), decided].sort(order)
    : page.items

  return (
    <>
      <header className="max-md:-mt-7">
        <DeskRooms
          current="queue"
          // On a phone the room's name stands just above, in the bar.
          heading={<h1 className="font-headline text-3xl max-md:sr-only">Comments</h1>}
        />
      </header>
      <QueueDesk
        // Another page of another queue is another list; a decision without scripts shows the same one again.
        key={`${viewHref(view)} ${asked.done ?? ""} ${asked.refused ?? ""}`}
        view={view}
        back={viewQuery(view).toString()}
        counts={counts}
        countLimit={countLimit}
        // A comment that was just decided keeps its position, so that its Undo does not move.
        items={items}
        next={page.next}
        notice={decided && refusal ? { id: decided.id, message: refusal } : null}
        me={staff.id}
        filter={<QueueFilter view={view} />}
        actions={{
          decide: decideAction,
          decideInPlace: decideInPlaceAction,
          blackOut: blackOutAction,
          note: noteAction,
          reply: replyAction,
          open: openAction,
        }}
      />
    </>
  )
}

function sentence(refusal: DecisionRefusal, { standing, openedBy }: QueueItem): string {
  if (openedBy) return refusalSentence(refusal, { name: openedBy, did: "opened", at: new Date() })
  return refusalSentence(
    refusal,
    standing ? { name: standing.by, did: standing.verdict, at: standing.at } : undefined,
  )
}
