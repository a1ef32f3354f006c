import { sql } from "drizzle-orm"
import type { Queryable } from "../client.ts"
import { commentReports, comments, moderationEvents } from "../schema/comments.ts"
import { type Decided, decided, reported, waiting } from "./comments/queue.ts"
import { layOut } from "./conversation.ts"
import { stories } from "./stories.ts"
import { publishedAt } from "./story.ts"

export type CommentTools = {
  sealAddress(email: string): { emailSealed: Buffer; emailHash: Buffer }
  fingerprint(said: { emailHash: Buffer; name: string; body: string }): Buffer
}

type Verdict = "approved" | Decided["verdict"]

type Draft = {
  slug: string
  name: string
  text: string
  website: string
  at: Date
  parent: Draft | null
  heldFor: string
  verdict: Verdict | null
  reason: string
  path: number[]
}

/** Inserts every comment of the demo with the decisions about it, in a handful of statements. */
export async function seedComments(
  db: Queryable,
  site: { postIds: Map<string, number>; moderatorId: number; now: Date },
  tools: CommentTools,
): Promise<void> {
  const drafts = collect(site.now)
  const ids = await db.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('comments', 'id')) as id
      from generate_series(1, ${drafts.length}::int) order by id`,
  )
  const sealed = new Map<string, ReturnType<CommentTools["sealAddress"]>>()
  const rows: (typeof comments.$inferInsert)[] = []
  const events: (typeof moderationEvents.$inferInsert)[] = []
  for (const [index, draft] of drafts.entries()) {
    const id = Number(ids[index]?.id)
    draft.path = [...(draft.parent?.path ?? []), id]
    const address = sealed.get(draft.name) ?? tools.sealAddress(addressOf(draft.name))
    sealed.set(draft.name, address)
    const postId = site.postIds.get(draft.slug)
    if (postId === undefined)
      throw new Error(`The demo has comments on ${draft.slug}, which it does not make.`)
    const status = draft.verdict ?? "pending"
    rows.push({
      id,
      postId,
      parentId: draft.parent?.path.at(-1) ?? null,
      path: draft.path,
      status,
      name: draft.name,
      ...address,
      website: draft.website,
      body: draft.text,
      fingerprint: tools.fingerprint({ emailHash: address.emailHash, name: draft.name, body: draft.text }),
      createdAt: draft.at,
    })
    events.push({
      commentId: id,
      action: "held",
      toStatus: "pending",
      reason: draft.heldFor,
      commentVersion: 1,
      createdAt: draft.at,
    })
    if (!draft.verdict) continue
    events.push({
      commentId: id,
      staffId: site.moderatorId,
      action: draft.verdict === "spam" ? "marked_spam" : draft.verdict,
      fromStatus: "pending",
      toStatus: draft.verdict,
      reason: draft.reason,
      commentVersion: 1,
      createdAt: decidedAt(draft.at, site.now),
    })
  }
  await db.insert(comments).values(rows)
  await db.insert(moderationEvents).values(events.sort((a, b) => moment(a) - moment(b)))
  await db.insert(commentReports).values(
    reported.map(({ text, reason, note, hoursAgo }) => {
      const index = drafts.findIndex((draft) => draft.text === text)
      const comment = rows[index]
      if (!comment?.id) throw new Error(`The demo reports a comment it does not make: ${text}`)
      return { commentId: comment.id, reason, note, createdAt: before(site.now, hoursAgo) }
    }),
  )
}

/** All comments, oldest first, so that ids rise with time and parents come before their replies. */
function collect(now: Date): Draft[] {
  const threads = stories.flatMap((story) => {
    const from = publishedAt(story, now)
    if (!from || !story.comments) return []
    // Talk under a story dies down after some weeks, and the last quarter of an hour is nobody's.
    const until = new Date(Math.min(before(now, 0.25).getTime(), from.getTime() + 25 * 86_400_000))
    const drafts: Draft[] = []
    for (const { parent, ...placed } of layOut(story.comments, from, until)) {
      drafts.push({
        ...held,
        ...placed,
        slug: story.slug,
        verdict: "approved",
        parent: parent === null ? null : (drafts[parent] ?? null),
      })
    }
    return drafts
  })
  const queue = waiting.map(({ hoursAgo, answers, ...one }) => ({
    ...held,
    ...one,
    at: before(now, hoursAgo),
    parent: answers ? (threads.find((draft) => draft.text === answers) ?? missing(answers)) : null,
  }))
  const past = decided.map(({ hoursAgo, ...one }) => ({ ...held, ...one, at: before(now, hoursAgo) }))
  return [...threads, ...queue, ...past].sort((a, b) => a.at.getTime() - b.at.getTime())
}

const held = { website: "", heldFor: "hold-all", reason: "", verdict: null, parent: null, path: [] }

function missing(text: string): never {
  throw new Error(`The demo answers a comment it does not make: ${text}`)
}

function before(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000)
}

/** Dele reads the queue a few minutes to two hours later. */
function decidedAt(said: Date, now: Date): Date {
  const minutes = 4 + (said.getTime() % 113)
  return new Date(Math.min(said.getTime() + minutes * 60_000, before(now, 0.1).getTime()))
}

function moment(event: { createdAt?: Date }): number {
  return event.createdAt?.getTime() ?? 0
}

/** `example.com` is reserved, so no message can ever reach anybody. */
function addressOf(name: string): string {
  const local = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "")
  return `${local || "reader"}@example.com`
}
