import { fork } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import type { Instance } from "./instance.ts"
import { type Moderator, signInModerators } from "./moderators.ts"
import type { Reading, Waits } from "./readers-process.ts"
import { fact, ms, type Row, row } from "./table.ts"

const stories = 200
const seconds = 20
const readsPerSecond = 800
const decisionsPerSecond = 5

/** Readers read 200 stories while three moderators decide five comments a second: what a decision drops, and what it costs. */
export async function measureHitRatio({ app }: Instance): Promise<Row[]> {
  const urls = await fillStories(app.url)
  const scansBefore = await scans()
  for (const url of urls) await fetch(url)
  const perRender = ((await scans()) - scansBefore) / stories
  // The second reader of each has the smaller encoding made, which takes its time.
  await read(urls, 5)

  const quiet = await read(urls, seconds)
  const moderators = await signInModerators(app.url, 3)
  const before = await scans()
  const [busy, decided] = await Promise.all([read(urls, seconds), moderate(moderators)])
  const renders = Math.round(((await scans()) - before) / perRender)
  const failed = quiet.failed + busy.failed
  return [
    row(
      `pages still held while three moderators decide ${decisionsPerSecond} a second`,
      1 - renders / busy.waits.length,
      { atLeast: 0.99 },
      (figure) => `${(figure * 100).toFixed(2)} %`,
      `${busy.waits.length} reads of ${stories} stories, ${decided} decisions, ${renders} renders`,
    ),
    row(
      "  a reader meanwhile, 99 of 100, beside nobody deciding",
      late(busy.waits) / late(quiet.waits),
      { atMost: 2 },
      (figure) => `${figure.toFixed(2)} ×`,
      `${ms(late(busy.waits))}, quiet ${ms(late(quiet.waits))}`,
    ),
    { ...fact("  readers refused", String(failed)), budget: "0", verdict: failed === 0 ? "pass" : "wrong" },
  ]
}

/** Stories with a short thread each, and as many comments that wait as there will be decisions. */
async function fillStories(site: string): Promise<string[]> {
  const db = database()
  const urls: string[] = []
  for (let n = 0; n < stories; n++) {
    const post = await createPost(db, { publishedAt: new Date(Date.now() - n * 3_600_000) })
    for (let comment = 0; comment < 5; comment++) {
      await createComment(db, { postId: post.id, status: comment < 3 ? "approved" : "pending" })
    }
    urls.push(`${site}/posts/${post.slug}`)
  }
  return urls
}

function read(urls: string[], forSeconds: number): Promise<Waits> {
  return new Promise((resolve, reject) => {
    const readers = fork(new URL("./readers-process.ts", import.meta.url))
    readers.once("message", (waits) => resolve(waits as Waits))
    readers.once("error", reject)
    readers.once("exit", (code) => reject(new Error(`The readers ended with ${code}.`)))
    readers.send({ urls, seconds: forSeconds, perSecond: readsPerSecond } satisfies Reading)
  })
}

/** Works through the queue together at an even pace; answers how many decisions were taken. */
async function moderate(moderators: readonly Moderator[]): Promise<number> {
  const answers: Promise<boolean>[] = []
  const forms: Awaited<ReturnType<Moderator["readQueue"]>> = []
  for (let n = 0; n < seconds * decisionsPerSecond; n++) {
    const next = sleep(1000 / decisionsPerSecond)
    const moderator = moderators[n % moderators.length]
    if (!moderator) break
    if (forms.length === 0) {
      await Promise.all(answers)
      forms.push(...(await moderator.readQueue()))
    }
    const form = forms.shift()
    if (form) answers.push(moderator.decide(form, n % 5 === 0 ? "reject" : "approve"))
    await next
  }
  return (await Promise.all(answers)).filter(Boolean).length
}

/**
 * How often Postgres has looked into `authors`: a story's render joins it once, and neither the queue nor a decision
 * does. A connection that is idle tells what it did within ten seconds.
 */
async function scans(): Promise<number> {
  await sleep(11_000)
  const [row] = await database().execute<{ scans: number }>(sql`
    select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as scans
    from pg_stat_user_tables where relname = 'authors'`)
  return row?.scans ?? 0
}

function late(waits: readonly number[]): number {
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.99)] ?? Number.POSITIVE_INFINITY
}
