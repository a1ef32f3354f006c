import type { Metadata } from "next"
import { QueueList } from "@/components/moderation/queue-list"
import { QueuePaging } from "@/components/moderation/queue-paging"
import { QueueTabs } from "@/components/moderation/queue-tabs"
import { requireStaff } from "@/lib/auth/viewer"
import { queueAddress } from "@/lib/comments/decision-input"
import { isRefusal, refusalSentence } from "@/lib/comments/decision-words"
import type { QueueItem, QueueName } from "@/lib/comments/decisions"
import { countLimit, countQueues, getQueueItem, listQueue } from "@/lib/comments/queue"
import { decideAction, decideInPlaceAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Comments" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CommentsPage({ searchParams }: Props) {
  const staff = await requireStaff("comments.moderate")
  const asked = await searchParams
  const { status, after, done } = queueAddress.parse(asked)
  const [counts, page, decided] = await Promise.all([
    countQueues(staff),
    listQueue(staff, { status, after }),
    done === null ? null : getQueueItem(staff, done),
  ])
  const refusal = decided && isRefusal(asked.refused) ? sentence(asked.refused, decided) : null

  return (
    <>
      <h1 className="font-headline text-3xl">Comments</h1>
      <QueueTabs counts={counts} countLimit={countLimit} current={status} />
      <QueueList
        key={`${status} ${after}`}
        items={decided ? inItsPlace(page.items, decided, status) : page.items}
        queue={status}
        after={after}
        notice={decided && refusal ? { id: decided.id, message: refusal } : null}
        action={decideAction}
        decide={decideInPlaceAction}
      />
      <QueuePaging status={status} after={after} next={page.next} />
    </>
  )
}

/** A comment that was just decided stays where it was, so that its Undo is under the hand. */
function inItsPlace(items: QueueItem[], decided: QueueItem, queue: QueueName): QueueItem[] {
  const sign = queue === "waiting" || queue === "reported" ? 1 : -1
  return [...items.filter((item) => item.id !== decided.id), decided].sort((a, b) => sign * (a.id - b.id))
}

function sentence(refusal: Parameters<typeof refusalSentence>[0], { standing }: QueueItem): string {
  return refusalSentence(
    refusal,
    standing ? { name: standing.by, did: standing.verdict, at: standing.at } : undefined,
  )
}
