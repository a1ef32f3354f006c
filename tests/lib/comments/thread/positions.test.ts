import { readFile } from "node:fs/promises"
import path from "node:path"
import { eq, inArray, sql } from "drizzle-orm"
import postgres from "postgres"
import { beforeAll, expect, inject, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { comments } from "@/db/schema/comments"
import type { Staff } from "@/lib/auth/staff"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { findPermalink } from "@/lib/comments/thread/place"
import { getThread } from "@/lib/comments/thread/queries"
import { approveComment, markCommentSpam, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { recreateDatabase } from "../../../support/database.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../as-staff.ts"

withFreshDatabase()

let moderator: Staff

beforeAll(async () => {
  moderator = asStaff(await createStaff(database(), { roles: ["moderator"] }))
})

/** The numbers of a story's thread that differ from a recount, and positions that were given twice. */
const untrue = (postId: number) => sql`
  with placed as (
    select *, case when parent_id is null then 0 else path[1] end as room from comments
    where post_id = ${postId} and position is not null
  ), recounted as (
    select 0 as root_id, (select count(*) from comments where post_id = ${postId} and status = 'approved') as shown,
      coalesce(max(position) filter (where parent_id is null), 0) as last_position from placed
    union all
    select path[1], count(*) filter (where parent_id is not null and status = 'approved'),
      coalesce(max(position) filter (where parent_id is not null), 0) from placed group by path[1]
  )
  select 'number' as what, root_id, recounted.shown, recounted.last_position, t.shown as kept, t.last_position as kept_last
  from recounted full join (select * from threads where post_id = ${postId}) as t using (root_id)
  where (recounted.shown, recounted.last_position) is distinct from (t.shown::bigint, t.last_position)
  union all
  select 'twice', room, position, count(*), 0, 0 from placed group by room, position having count(*) > 1
  union all
  select 'missing', id, 0, 0, 0, 0 from comments where post_id = ${postId} and status = 'approved' and position is null`

async function standingOf(id: number): Promise<number | null> {
  return (await getQueueItem(moderator, id))?.standing?.id ?? null
}

test("five moderators and the authors at once leave every number true and no place given twice", async () => {
  const post = await createPost(database())
  const made: { id: number; path: number[] }[] = []
  for (let n = 0; n < 40; n++) {
    const parent = n % 3 === 0 ? undefined : made[Math.floor(n / 3)]
    made.push(await createComment(database(), { postId: post.id, parent, status: "pending" }))
  }
  const places = new Map<number, number>()
  const person = async (who: number) => {
    for (let step = 0; step < 50; step++) {
      const { id = 0 } = made[(step * (who + 3) + who * 11) % made.length] ?? {}
      const standing = await standingOf(id)
      const seen = { id, version: 1, standing }
      const choice = (step * 7 + who * 5) % 9
      if (choice < 4) await approveComment(moderator, seen)
      else if (choice < 6) await rejectComment(moderator, { ...seen, reason: "abusive" })
      else if (choice < 7) await markCommentSpam(moderator, seen)
      else if (choice < 8 && standing) await undoDecision(moderator, standing)
      else if (step % 10 === 0) await deleteComment(id)
      const [row] = await database()
        .select({ at: comments.position })
        .from(comments)
        .where(eq(comments.id, id))
      if (row?.at) {
        expect(places.get(id) ?? row.at).toBe(row.at)
        places.set(id, row.at)
      }
    }
  }
  await Promise.all([0, 1, 2, 3, 4].map(person))
  expect(places.size).toBeGreaterThan(20)
  expect([...(await database().execute(untrue(post.id)))]).toEqual([])
})

test("first approvals of one story at the same moment get places of their own", async () => {
  const post = await createPost(database())
  const top = await createComment(database(), { postId: post.id, status: "pending" })
  const made = [top]
  for (let n = 0; n < 30; n++) {
    const parent = n % 2 === 0 ? top : undefined
    made.push(await createComment(database(), { postId: post.id, parent, status: "pending" }))
  }
  const outcomes = await Promise.all(
    made.map(({ id }) => approveComment(moderator, { id, version: 1, standing: null })),
  )
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
  expect([...(await database().execute(untrue(post.id)))]).toEqual([])
  const { rows, count } = await getThread(post.id)
  expect(count).toBe(31)
  expect(rows).toHaveLength(31)
})

test("an answer that appears before what began its conversation gives that a place too", async () => {
  const post = await createPost(database())
  const top = await createComment(database(), { postId: post.id, status: "pending" })
  const answer = await createComment(database(), { postId: post.id, parent: top })
  expect((await getThread(post.id)).rows.map((row) => [row.id, row.gone])).toEqual([
    [top.id, "being-read"],
    [answer.id, null],
  ])
  await approveComment(moderator, { id: top.id, version: 1, standing: null })
  expect([...(await database().execute(untrue(post.id)))]).toEqual([])
  expect(await findPermalink(answer.id)).toBe(`/posts/${post.slug}#comment-${answer.id}`)
})

test("many at once in one statement, removed rows and another story leave the numbers true", async () => {
  const [post, other] = [await createPost(database()), await createPost(database())]
  const made: { id: number; path: number[] }[] = []
  for (let n = 0; n < 12; n++) {
    const parent = n % 4 === 0 ? undefined : made[n - (n % 4)]
    made.push(await createComment(database(), { postId: post.id, parent, status: "pending" }))
  }
  const beside = await createComment(database(), { postId: other.id })
  // The order that decisions about many keep: what begins a conversation comes before its answers.
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_hashjoin = off`)
    await tx.execute(sql`update comments set status = 'approved'
      from (select id from comments where post_id = ${post.id} order by id) as list where comments.id = list.id`)
  })
  const answers = made.filter(({ path }) => path.length > 1).map(({ id }) => id)
  await database()
    .delete(comments)
    .where(inArray(comments.id, answers.slice(0, 3)))
  expect((await getThread(post.id)).count).toBe(9)
  expect((await getThread(other.id)).rows.map((row) => row.id)).toEqual([beside.id])
  const wrong = [...(await database().execute(untrue(post.id)))]
  // What was given to a row that is gone for good is not given again, so the last position may be higher.
  expect(wrong.filter((row) => Number(row.shown) !== Number(row.kept))).toEqual([])
})

test("a thread from before there were places gets them in the order it was written", async () => {
  const url = await recreateDatabase(inject("postgres"), "test_before_places")
  const old = postgres(url, { max: 1, onnotice: () => {} })
  try {
    for (const name of [
      "0000_first",
      "0001_post_events",
      "0002_comment_indexes",
      "0003_housekeeping_indexes",
    ]) {
      await migrate(old, name)
    }
    await old`insert into authors (slug, name) values ('wren', 'Wren')`
    for (const slug of ["one", "two"]) {
      await old`insert into posts (slug, title, body, status, author_id, published_at, comment_mode)
        values (${slug}, ${slug}, '{"type":"doc"}', 'published', 1, now(), 'open')`
    }
    // Written as they came; 3 was removed but 5 answers it, 6 waits, 7 is spam that nobody answered.
    const told: [number, number, number[], string][] = [
      [1, 1, [1], "approved"],
      [2, 2, [2], "approved"],
      [3, 1, [3], "rejected"],
      [4, 1, [1, 4], "approved"],
      [5, 1, [3, 5], "approved"],
      [6, 1, [1, 6], "pending"],
      [7, 1, [7], "spam"],
      [8, 1, [1, 4, 8], "approved"],
      [9, 1, [9], "approved"],
    ]
    for (const [id, post, place, status] of told) {
      await old`insert into comments (id, post_id, parent_id, path, status, name, email_sealed, email_hash, body, fingerprint)
        values (${id}, ${post}, ${place.at(-2) ?? null}, ${place}, ${status}, 'Ada', '\\x00', '\\x00', 'Words.', ${Buffer.from([id])})`
    }
    for (const name of ["0004_moderation", "0005_threads"]) await migrate(old, name)

    const placed = await old`select id, position from comments order by id`
    expect(placed.map(({ id, position }) => [Number(id), position])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 1],
      [5, 1],
      [6, null],
      [7, null],
      [8, 2],
      [9, 3],
    ])
    const numbers =
      await old`select post_id, root_id, shown, last_position from threads order by post_id, root_id`
    expect(numbers.map((row) => Object.values(row).map(Number))).toEqual([
      [1, 0, 5, 3],
      [1, 1, 2, 2],
      [1, 3, 1, 1],
      [1, 9, 0, 0],
      [2, 0, 1, 1],
      [2, 2, 0, 0],
    ])
    // And goes on from there.
    await old`update comments set status = 'approved' where id in (6, 7)`
    const later = await old`select id, position from comments where id in (6, 7) order by id`
    expect(later.map(({ id, position }) => [Number(id), position])).toEqual([
      [6, 3],
      [7, 4],
    ])
  } finally {
    await old.end()
  }
})

/** Applies one migration as the app does: its statements one by one. */
async function migrate(client: postgres.Sql, name: string): Promise<void> {
  const file = path.join(import.meta.dirname, "../../../../db/migrations", `${name}.sql`)
  for (const statement of (await readFile(file, "utf8")).split("--> statement-breakpoint")) {
    await client.unsafe(statement)
  }
}
