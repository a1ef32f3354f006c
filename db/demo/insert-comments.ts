import { sql } from "drizzle-orm"
import type { Queryable, Transaction } from "../client.ts"
import type { auditEvents } from "../schema/audit.ts"
import { comments } from "../schema/comments.ts"
import { commentReports } from "../schema/reports.ts"
import { type Decided, decided, reported, waiting } from "./comments/queue.ts"
import { layOut } from "./conversation.ts"
import { known } from "./numbered.ts"
import { colleagues, writers } from "./people.ts"
import { stories } from "./stories.ts"
import { publishedAt } from "./story.ts"

export type CommentTools = {
  protectEmail(email: string): { emailSealed: Buffer; emailHash: Buffer }
  /** What the filter thinks of a comment before it has learned anything. */
  opinion(said: Words): Pick<typeof comments.$inferInsert, "score" | "contributions">
  /** Lets the filter learn what was decided. */
  teach(tx: Transaction, lessons: { commentId: number; said: Words; spam: boolean }[]): Promise<void>
  fingerprint(said: { emailHash: Buffer; name: string; body: string }): Buffer
}

type Words = { name: string; website: string; body: string }

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
  /** Set where one of the staff speaks. */
  speaker: Speaker | null
}

type Speaker = { id: number; email: string }

/** Inserts every comment of the demo in a handful of statements; answers the decisions about them. */
export async function insertComments(
  db: Transaction,
  { staffIds, ...rest }: { postIds: Map<string, number>; staffIds: Map<string, number>; now: Date },
  tools: CommentTools,
): Promise<(typeof auditEvents.$inferInsert)[]> {
  const site = { ...rest, moderatorId: known(staffIds, "moderator@example.org") }
  const drafts = collect(site.now, speakers(staffIds))
  await number(db, drafts)
  await db.insert(comments).values(rowsOf(drafts, site.postIds, tools))
  await tools.teach(
    db,
    drafts.flatMap((draft) =>
      !draft.speaker && (draft.verdict === "approved" || draft.verdict === "spam")
        ? [{ commentId: idOf(draft), said: wordsOf(draft), spam: draft.verdict === "spam" }]
        : [],
    ),
  )
  await db.insert(commentReports).values(
    reported.map(({ text, reason, note, hoursAgo }) => {
      const draft = drafts.find((one) => one.text === text) ?? missing(text)
      return { commentId: idOf(draft), reason, note, createdAt: before(site.now, hoursAgo) }
    }),
  )
  return drafts.flatMap((draft) => eventsOf(draft, site))
}

/** Takes an id for each and writes down its path, which needs the ids of those above it. */
async function number(db: Queryable, drafts: Draft[]): Promise<void> {
  const ids = await db.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('comments', 'id')) as id
      from generate_series(1, ${drafts.length}::int) order by id`,
  )
  for (const [index, draft] of drafts.entries()) {
    draft.path = [...(draft.parent?.path ?? []), Number(ids[index]?.id)]
  }
}

function idOf(draft: Draft): number {
  return draft.path.at(-1) ?? 0
}

function rowsOf(drafts: Draft[], postIds: Map<string, number>, tools: CommentTools) {
  const addresses = new Map(
    drafts.map(({ name, speaker }) => [name, tools.protectEmail(speaker?.email ?? addressOf(name))]),
  )
  return drafts.map(({ slug, name, text, website, at, parent, verdict, path, heldFor, speaker }) => {
    const postId = postIds.get(slug) ?? missing(slug)
    const address = addresses.get(name) ?? missing(name)
    return {
      id: path.at(-1),
      postId,
      parentId: parent ? idOf(parent) : null,
      path,
      status: verdict ?? ("pending" as const),
      name,
      ...address,
      website,
      body: text,
      fingerprint: tools.fingerprint({ emailHash: address.emailHash, name, body: text }),
      ...(speaker ? { staffId: speaker.id } : tools.opinion({ name, website, body: text })),
      findings: found(heldFor),
      createdAt: at,
    }
  })
}

function wordsOf({ name, website, text }: Draft): Words {
  return { name, website, body: text }
}

/** That every comment is held is the mode's doing, and no finding. */
function found(heldFor: string): (typeof comments.$inferInsert)["findings"] {
  return heldFor === held.heldFor ? [] : [{ check: heldFor, verdict: "hold", reason: heldFor, evidence: "" }]
}

/** Held on arrival, then decided by the moderator, unless it still waits; what staff say appears at once. */
function eventsOf(
  draft: Draft,
  site: { moderatorId: number; now: Date },
): (typeof auditEvents.$inferInsert)[] {
  const commentId = idOf(draft)
  if (draft.speaker) {
    const { id: staffId } = draft.speaker
    return [
      { commentId, staffId, action: "published", toStatus: "approved", version: 1, createdAt: draft.at },
    ]
  }
  const arrived = {
    commentId,
    action: "held" as const,
    toStatus: "pending" as const,
    reason: draft.heldFor,
    version: 1,
    createdAt: draft.at,
  }
  if (!draft.verdict) return [arrived]
  const decision = {
    commentId,
    staffId: site.moderatorId,
    action: draft.verdict === "spam" ? ("marked_spam" as const) : draft.verdict,
    fromStatus: "pending" as const,
    toStatus: draft.verdict,
    reason: draft.reason,
    version: 1,
    createdAt: decidedAt(draft.at, site.now),
  }
  return [arrived, decision]
}

/** All comments, oldest first, so that ids rise with time and parents come before their replies. */
function collect(now: Date, staff: Map<string, Speaker>): Draft[] {
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
        speaker: staff.get(placed.name) ?? null,
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

const held = {
  website: "",
  heldFor: "hold-all",
  reason: "",
  verdict: null,
  parent: null,
  path: [],
  speaker: null,
}

/** Colleagues by the name that stands over what they write. */
function speakers(staffIds: Map<string, number>): Map<string, Speaker> {
  return new Map(
    colleagues.map(({ email, name, byline }) => {
      return [byline ? writers[byline].name : name, { id: known(staffIds, email), email }]
    }),
  )
}

function missing(text: string): never {
  throw new Error(`The demo names something that it does not make: ${text}`)
}

function before(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000)
}

/** Dele reads the queue a few minutes to two hours later. */
function decidedAt(said: Date, now: Date): Date {
  const minutes = 4 + (said.getTime() % 113)
  return new Date(Math.min(said.getTime() + minutes * 60_000, before(now, 0.1).getTime()))
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
