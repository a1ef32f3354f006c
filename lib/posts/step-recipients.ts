import "server-only"
import { and, arrayOverlaps, asc, eq, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { mailDeliveries } from "@/db/schema/newsletter"
import { postBylines } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { AuditAction } from "@/lib/audit/types"
import { rolesThatMay, type Staff } from "@/lib/auth/staff"
import { queueStaffDeliveries } from "@/lib/mail/deliveries"
import type { StoredPost } from "@/lib/posts/save-outcome"

/** So many editors hear of a story that was submitted. */
const mostEditors = 50

/** Of what one person does with stories in an hour, so much is told by mail; the rest stands on Today and in the log. */
const mostMailed = 200

/** The same step with the same story is told once in so many minutes, unless something else is said with it. */
const quietMinutes = 15

/** Steps that concern those whose story it is. */
const ofOwners: readonly AuditAction[] = [
  "post_sent_back",
  "post_approved",
  "post_scheduled",
  "post_unscheduled",
  "post_published",
  "post_updated",
  "post_unpublished",
  "changes_discarded",
]

type Taken = {
  staff: Staff
  post: Pick<StoredPost, "id" | "createdBy">
  action: AuditAction
  eventId: number
  note: string
  /** Of a step that concerns those whose story it is: whether it concerns them this time. */
  toOwners?: boolean
  /** Whom it concerns besides. */
  alsoTo?: number | null
}

/** Queues a message to those whom a step concerns, in the transaction of the step: editors, or those whose story it is. */
export async function tellOfStep(tx: Transaction, { eventId, ...taken }: Taken): Promise<void> {
  const recipients = await recipientsOf(tx, taken)
  const { staff, post, action } = taken
  if (recipients.length === 0 || (await isRestless(tx, staff.id))) return
  await queueStaffDeliveries(
    tx,
    recipients.map((person) => messageTo(person, { post: post.id, action, event: eventId })),
  )
}

/** Counted by the log: the counters of limits ask for a connection of their own, which a transaction must not wait for. */
async function isRestless(tx: Transaction, staffId: number): Promise<boolean> {
  const [row] = await tx.execute<{ restless: boolean | null }>(sql`
    select (select created_at from audit_events where staff_id = ${staffId} and post_id is not null
      order by id desc offset ${mostMailed} limit 1) > now() - interval '1 hour' as restless`)
  return row?.restless === true
}

type WentOut = { post: number; event: number; createdBy: number | null; scheduledBy: number | null }

/** Tells those whose stories went out, and those who scheduled them, with three statements for all of them. */
export async function tellOfGoLive(tx: Transaction, stories: readonly WentOut[]): Promise<void> {
  const concerned = (story: WentOut) => [...new Set([story.createdBy, story.scheduledBy])]
  const ids = [...new Set(stories.flatMap(concerned))].filter((id) => id !== null)
  const { id, email, authorId } = staffTable
  const people = await tx
    .select({ id, email })
    .from(staffTable)
    .where(and(sql`${id} in ${numbers(ids)}`, worksHere))
  const credited = await tx
    .selectDistinct({ id, email, post: postBylines.postId })
    .from(postBylines)
    .innerJoin(staffTable, eq(authorId, postBylines.authorId))
    .where(and(sql`${postBylines.postId} in ${numbers(stories.map(({ post }) => post))}`, worksHere))
  const messages = stories.flatMap((story) => {
    const toOthers = credited.filter(
      (person) => person.post === story.post && !concerned(story).includes(person.id),
    )
    return [...people.filter((person) => concerned(story).includes(person.id)), ...toOthers].map((person) =>
      messageTo(person, { ...story, action: "post_published" }),
    )
  })
  await queueStaffDeliveries(tx, messages)
}

type Person = { id: number; email: string }

function messageTo({ id, email }: Person, step: { post: number; action: AuditAction; event: number }) {
  const content = { post: String(step.post), action: step.action, event: String(step.event) }
  const dedupeKey = `${step.event}-${id}`
  return { kind: "story_step" as const, recipient: email, staffId: id, content, dedupeKey }
}

const worksHere = and(isNull(staffTable.disabledAt), isNotNull(staffTable.joinedAt))

async function recipientsOf(tx: Transaction, taken: Omit<Taken, "eventId">): Promise<Person[]> {
  const { staff, post, action, note, toOwners = true, alsoTo } = taken
  const isSubmission = action === "post_submitted"
  if (!isSubmission && !ofOwners.includes(action)) return []
  const concerned = isSubmission
    ? arrayOverlaps(staffTable.roles, [...rolesThatMay("posts.publish")])
    : or(sql`${staffTable.id} = ${alsoTo ?? null}`, toOwners ? owns(post) : undefined)
  return tx
    .select({ id: staffTable.id, email: staffTable.email })
    .from(staffTable)
    .where(and(concerned, ne(staffTable.id, staff.id), worksHere, sql`not ${heard({ post, action, note })}`))
    .orderBy(asc(staffTable.id))
    .limit(mostEditors)
}

/** The same rule as `isOwn`, of somebody who works here and one story. */
function owns({ id, createdBy }: Taken["post"]): SQL {
  return sql`(${staffTable.id} = ${createdBy} or ${staffTable.authorId} in (
    select b.author_id from post_bylines b where b.post_id = ${id}))`
}

/** Whether somebody was told of this step a short while ago, with the same note if it has one. */
function heard({ post, action, note }: Pick<Taken, "post" | "action" | "note">): SQL {
  // A schedule says when, and its end takes that back: of these the last one holds.
  if (action === "post_scheduled" || action === "post_unscheduled") return sql`false`
  return sql`exists (select from ${mailDeliveries} as d
    join audit_events e on e.id = (d.content ->> 'event')::bigint
    where d.staff_id = ${staffTable.id} and d.kind = 'story_step'
      and d.created_at > now() - make_interval(mins => ${quietMinutes})
      and d.content ->> 'post' = ${String(post.id)} and d.content ->> 'action' = ${action}
      and (${note} = '' or e.detail ->> 'note' = ${note}))`
}
