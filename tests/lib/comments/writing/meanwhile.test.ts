import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost } from "@/db/factories"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import { transaction } from "@/db/transaction"
import { eraseEverything } from "@/lib/commenters/erasure"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import type { CommentSubmission } from "@/lib/comments/writing/gather"
import { submitComment } from "@/lib/comments/writing/submission"
import { protectEmail } from "@/lib/email"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

withFreshDatabase()

let people = 0

function said(story: string, fields: Partial<CommentSubmission> = {}): CommentSubmission {
  people++
  return {
    comment: `Thought ${people}.`,
    name: `Reader ${people}`,
    email: `reader-${people}@example.org`,
    website: "",
    story,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: `192.0.2.${people}`,
    ...fields,
  }
}

/** Waits until somebody waits for an address to be free, or no longer being spoken under; not when the work is over. */
async function untilSomebodyWaits(work: Promise<unknown>) {
  let over = false
  void work.finally(() => {
    over = true
  })
  for (;;) {
    if (over) throw new Error("It was over without waiting.")
    const [row] = await database().$client`
      select count(*)::int as waiting from pg_locks
      where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`
    if (row?.waiting > 0) return
  }
}

/** Judges a comment, and before it is written lets something else happen. */
async function withMeanwhile(comment: CommentSubmission, meanwhile: () => Promise<unknown>) {
  const { emailHash } = protectEmail(comment.email)
  return transaction(async (tx) => {
    await tx.execute(sql`select silence_address(${emailHash}::bytea)`)
    const sent = submitComment(comment)
    await untilSomebodyWaits(sent)
    await meanwhile()
    return () => sent
  }).then((answer) => answer())
}

test("a story that is withdrawn or closed while a comment is on its way does not get it", async () => {
  for (const [fields, reason] of [
    [{ status: "withdrawn" }, "story-gone"],
    [{ commentMode: "closed" }, "closed"],
  ] as const) {
    const post = await createPost(database(), { commentMode: "open" })
    const answer = await withMeanwhile(said(post.slug), () =>
      database().update(posts).set(fields).where(eq(posts.id, post.id)),
    )
    expect(answer).toEqual({ ok: false, reason })
    expect(await database().$count(comments, eq(comments.postId, post.id))).toBe(0)
  }
})

test("nor does a comment that is taken down get the reply", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  const parent = await createComment(database(), { postId: post.id })
  const answer = await withMeanwhile(said(post.slug, { replyTo: parent.id }), () =>
    database().update(comments).set({ status: "rejected" }).where(eq(comments.id, parent.id)),
  )
  expect(answer).toEqual({ ok: false, reason: "parent-gone" })
  expect(await database().$count(comments, eq(comments.postId, post.id))).toBe(1)
})

test("where staff decide meanwhile to read first, it waits", async () => {
  await database().insert(settings).values({ key: "commentMode", value: "open" })
  const post = await createPost(database(), { commentMode: null })
  expect(await submitComment(said(post.slug))).toMatchObject({ ok: true, value: { showOwnPage: false } })
  const answer = await withMeanwhile(said(post.slug), () =>
    database()
      .update(settings)
      .set({ value: "hold_all", updatedAt: sql`clock_timestamp()` })
      .where(eq(settings.key, "commentMode")),
  )
  expect(answer).toMatchObject({ ok: true, value: { showOwnPage: true } })
  const other = await createPost(database(), { commentMode: "open" })
  const held = await withMeanwhile(said(other.slug), () =>
    database().update(posts).set({ commentMode: "hold_all" }).where(eq(posts.id, other.id)),
  )
  expect(held).toMatchObject({ ok: true, value: { showOwnPage: true } })
})

async function somebodyProved(email: string) {
  const [row] = await database()
    .insert(commenters)
    .values({ ...protectEmail(email), provedAt: new Date() })
    .returning()
  if (!row) throw new Error("nobody")
  return row
}

test("a comment that is being written while its address is erased is erased too", async () => {
  const post = await createPost(database())
  const email = "leaves@example.org"
  const commenter = await somebodyProved(email)
  const { emailHash } = commenter
  const erased = await transaction(async (tx) => {
    // As the statement that keeps a comment does it, with the commit still to come.
    const under = sql<Buffer>`address_to_speak_under(${emailHash}::bytea, true)`
    await tx.execute(sql`
      insert into comments (id, post_id, path, name, email_sealed, email_hash, body, fingerprint)
      values (4711, ${post.id}, '{4711}', 'Lea', '', ${under}, 'At the last moment.', '')`)
    const erasing = eraseEverything(commenter)
    await untilSomebodyWaits(erasing)
    return () => erasing
  }).then((wait) => wait())
  expect(erased).toBe(1)
  const [row] = await database().select().from(comments).where(eq(comments.id, 4711))
  expect(row).toMatchObject({ status: "deleted", body: "Deleted" })
  expect(await database().$count(comments, eq(comments.emailHash, emailHash))).toBe(0)
})

test("what is sent while an address is erased is written after it, and its proof is gone", async () => {
  const post = await createPost(database(), { commentMode: "hold_unverified" })
  const email = "erased-just-now@example.org"
  const commenter = await somebodyProved(email)
  const answer = await withMeanwhile(said(post.slug, { email, provedHash: commenter.emailHash }), () =>
    database().delete(commenters).where(eq(commenters.id, commenter.id)),
  )
  expect(answer).toMatchObject({ ok: true, value: { showOwnPage: true } })
  const [row] = await database().select().from(comments).where(eq(comments.postId, post.id))
  expect(row).toMatchObject({ status: "pending", provedAt: null })
})

test("erasing and speaking at the same moment, again and again, never wait for each other in a circle", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  for (let round = 0; round < 5; round++) {
    const email = `round-${round}@example.org`
    const commenter = await somebodyProved(email)
    const speak = () => submitComment(said(post.slug, { email, provedHash: commenter.emailHash }))
    await speak()
    const [erased, ...answers] = await Promise.all([eraseEverything(commenter), speak(), speak(), speak()])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const left = await database()
      .select({ provedAt: comments.provedAt })
      .from(comments)
      .where(eq(comments.emailHash, commenter.emailHash))
    // Each was wholly before the erasure, and is gone, or wholly after it, and proves nothing.
    expect((erased ?? 0) + left.length).toBe(4)
    expect(left.every(({ provedAt }) => provedAt === null)).toBe(true)
  }
})
