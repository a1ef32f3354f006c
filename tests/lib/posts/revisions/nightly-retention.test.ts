import { randomUUID } from "node:crypto"
import { and, asc, eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createAuthor, createMedium, createStaff, paragraphs } from "@/db/factories"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import type { Run } from "@/lib/jobs/types"
import { deleteMedia } from "@/lib/media/mutations"
import { parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { retention } from "@/lib/posts/revisions/jobs"
import { nameRevision } from "@/lib/posts/revisions/mutations"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import type { KeptVersionsRule } from "@/lib/settings/kept-versions"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff

beforeEach(async () => {
  await database().delete(settings)
  const author = await createAuthor(database())
  eva = asStaff(await createStaff(database(), { roles: ["editor"], authorId: author.id }))
})

const title = randomUUID()

function story(words: string, picture?: number) {
  const content: unknown[] = [...(paragraphs(words).content ?? [])]
  const attrs = { mediaId: picture, alt: "A fair", decorative: false, caption: "", size: "normal" }
  if (picture) content.push({ type: "picture", attrs })
  const form = new FormData()
  const typed = { title: `${title} ${eva.id}`, body: JSON.stringify({ type: "doc", content }) }
  const empty = { standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  for (const [name, value] of Object.entries({ ...empty, ...typed })) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

/** Lets so many days go by for all versions of a story, so that the next save begins another sitting. */
async function pass(id: number, days: number) {
  const by = sql`make_interval(days => ${days})`
  await database()
    .update(postRevisions)
    .set({ startedAt: sql`started_at - ${by}`, savedAt: sql`saved_at - ${by}` })
    .where(eq(postRevisions.postId, id))
}

/** Saves a draft once for each of these words, with days between. */
async function draftOf(days: number, ...words: [string, ...string[]]): Promise<SavedPost> {
  let post = done(await createDraft(eva, story(words[0])))
  for (const next of words.slice(1)) {
    await pass(post.id, days)
    post = done(await saveDraft(eva, post, story(next)))
  }
  return post
}

async function tidy(rule?: KeptVersionsRule) {
  if (rule) await database().insert(settings).values({ key: "versionsKept", value: rule })
  await retention.work(undefined, { signal: new AbortController().signal } as Run)
}

async function firstOf(id: number): Promise<number> {
  const rows = await database()
    .select({ id: postRevisions.id })
    .from(postRevisions)
    .where(eq(postRevisions.postId, id))
  return Math.min(...rows.map((row) => row.id))
}

async function wordsKept(id: number): Promise<string[]> {
  const rows = await database()
    .select({ content: postRevisions.content })
    .from(postRevisions)
    .where(eq(postRevisions.postId, id))
    .orderBy(asc(postRevisions.id))
  return rows.map(({ content }) => content.body.content?.[0]?.content?.[0]?.text ?? "")
}

test("versions stay whatever their age where an admin keeps them for ever", async () => {
  const draft = await draftOf(3000, "One", "Two", "Three")
  await tidy("for-ever")
  expect(await wordsKept(draft.id)).toEqual(["One", "Two", "Three"])
})

test.each([
  { rule: "90-days", days: 90 },
  { rule: "year", days: 365 },
] as const)("with $rule set, a version goes after $days days and not a day before", async (set) => {
  const draft = await draftOf(1, "Older", "Old", "Newest")
  // "Older" is two days old now, "Old" one.
  await pass(draft.id, set.days - 1)
  await tidy(set.rule)
  expect(await wordsKept(draft.id)).toEqual(["Newest"])
  const other = await draftOf(1, "Older", "Old", "Newest")
  await pass(other.id, set.days - 2)
  await tidy()
  expect(await wordsKept(other.id)).toEqual(["Old", "Newest"])
})

test("a draft that nobody touched for years keeps what it says", async () => {
  const draft = await draftOf(0, "Years ago")
  await pass(draft.id, 4000)
  await tidy("90-days")
  expect(await wordsKept(draft.id)).toEqual(["Years ago"])
})

test("what readers ever saw stays, also after a correction and after the story was taken back", async () => {
  let post = done(await publishPost(eva, await draftOf(0, "At nine"), story("At nine")))
  await pass(post.id, 400)
  post = done(await publishPost(eva, post, story("At ten")))
  await pass(post.id, 400)
  post = done(await unpublishPost(eva, post))
  post = done(await saveDraft(eva, post, story("Never shown")))
  await pass(post.id, 400)
  done(await saveDraft(eva, post, story("Newest")))
  await tidy("90-days")
  expect(await wordsKept(post.id)).toEqual(["At nine", "At ten", "Newest"])
})

test("newer words of a published story that nobody has published yet stay, and readers' pages are not touched", async () => {
  let post = done(await publishPost(eva, await draftOf(0, "Shown"), story("Shown")))
  await pass(post.id, 400)
  for (const words of ["Passing", "Not shown yet"]) {
    post = done(await saveDraft(eva, post, story(words)))
    await pass(post.id, 400)
  }
  const row = () => database().select().from(posts).where(eq(posts.id, post.id))
  const before = await row()
  const changed: string[] = []
  const forget = onTagChanged((tag) => changed.push(tag))
  await tidy("90-days")
  forget()
  expect(await wordsKept(post.id)).toEqual(["Shown", "Not shown yet"])
  expect(await row()).toEqual(before)
  expect(changed).toEqual([])
})

test("a version with a name stays", async () => {
  const draft = await draftOf(400, "As filed", "Between")
  const first = await firstOf(draft.id)
  done(await nameRevision(eva, { post: draft.id, revision: first, name: "As filed" }))
  await pass(draft.id, 400)
  done(await saveDraft(eva, draft, story("Newest")))
  await tidy("year")
  expect(await wordsKept(draft.id)).toEqual(["As filed", "Newest"])
})

test("a picture can be deleted once no version has it any more, and not while a version that is kept has it", async () => {
  const [gone, kept] = [await createMedium(database()), await createMedium(database())]
  let post = done(await createDraft(eva, story("With both", kept.id)))
  await pass(post.id, 400)
  post = done(await saveDraft(eva, post, story("With another", gone.id)))
  const first = await firstOf(post.id)
  done(await nameRevision(eva, { post: post.id, revision: first, name: "Kept" }))
  await pass(post.id, 400)
  done(await saveDraft(eva, post, story("Without")))

  const exists = (id: number) => database().$count(media, eq(media.id, id))
  await deleteMedia(eva, [gone.id])
  expect(await exists(gone.id)).toBe(1)
  await tidy("year")
  await deleteMedia(eva, [gone.id, kept.id])
  await deleteMedia(eva, [gone.id])
  expect(await exists(gone.id)).toBe(0)
  await deleteMedia(eva, [kept.id])
  expect(await exists(kept.id)).toBe(1)
})

test("a version that is named while old ones are removed is not removed", async () => {
  const draft = await draftOf(400, "About to be named", "Newest")
  const first = await firstOf(draft.id)
  let tidying: Promise<void> | undefined
  await database().insert(settings).values({ key: "versionsKept", value: "90-days" })
  await transaction(async (tx) => {
    await tx.select().from(posts).where(eq(posts.id, draft.id)).for("update")
    tidying = tidy()
    await waiting()
    await tx.update(postRevisions).set({ name: "Kept", kind: "named" }).where(eq(postRevisions.id, first))
  })
  await tidying
  expect(await wordsKept(draft.id)).toEqual(["About to be named", "Newest"])
})

/** Resolves once somebody waits for a lock. */
async function waiting() {
  for (;;) {
    const [row] = await database().execute<{ n: string }>(sql`
      select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    if (Number(row?.n) > 0) return
  }
}

test("of ten thousand versions each that is over goes in one run, and each picture that is left is known", async () => {
  const [old, late] = [await createMedium(database()), await createMedium(database())]
  let post = done(await createDraft(eva, story("First", old.id)))
  await pass(post.id, 400)
  post = done(await saveDraft(eva, post, story("Last", late.id)))
  await database().execute(sql`
    insert into post_revisions (post_id, kind, content, staff_id, post_version, started_at, saved_at)
    select post_id, kind, content, staff_id, post_version, started_at - n * interval '1 hour', saved_at - n * interval '1 hour'
    from post_revisions r, generate_series(1, 10000) n where r.post_id = ${post.id} and r.id = (
      select min(id) from post_revisions where post_id = ${post.id})`)
  await tidy("year")
  expect(await wordsKept(post.id)).toEqual(["Last"])
  const uses = await database()
    .select({ mediaId: mediaUses.mediaId })
    .from(mediaUses)
    .where(and(eq(mediaUses.postId, post.id), eq(mediaUses.place, "revision")))
  expect(uses).toEqual([{ mediaId: late.id }])
})
