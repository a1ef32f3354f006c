import { setTimeout as sleep } from "node:timers/promises"
import { database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import type { Instance } from "./instance.ts"
import { type Moderator, signInModerators } from "./moderators.ts"
import { read } from "./readers.ts"
import { fact, ms, type Row, row } from "./table.ts"

const stories = 200
const rounds = 6
const warmUp = 1
const seconds = 4
const readsPerSecond = 800
const decisionsPerSecond = 5

/** Readers read 200 stories while three moderators decide five comments a second: what a decision drops, and what it costs. */
export async function measureHitRatio({ app }: Instance): Promise<Row[]> {
  const urls = await fillStories(app.url)
  // The second reader of each has the smaller encoding made, which takes its time.
  await read({ urls, warmUp, perSecond: readsPerSecond, seconds: 5 })

  const moderators = await signInModerators(app.url, 3)
  // Uncounted: until then the compiler works beside each decision and each render.
  await measureRound(app.url, urls, moderators)
  const found: Round[] = []
  for (let n = 0; n < rounds; n++) found.push(await measureRound(app.url, urls, moderators))
  const sum = (of: (round: Round) => number) => found.reduce((total, round) => total + of(round), 0)
  const [hits, misses, failed] = [
    sum(({ hits }) => hits),
    sum(({ misses }) => misses),
    sum(({ failed }) => failed),
  ]
  const slower = found.map(({ quiet, busy }) => busy / quiet)
  return [
    row(
      `pages still held while three moderators decide ${decisionsPerSecond} a second`,
      hits / (hits + misses),
      { atLeast: 0.99 },
      (figure) => `${(figure * 100).toFixed(2)} %`,
      `${hits + misses} reads of ${stories} stories, ${sum(({ decided }) => decided)} decisions, ${misses} reads that waited for a rendering`,
    ),
    row(
      "  a reader meanwhile, 99 of 100, beside nobody deciding",
      middle(slower),
      { atMost: 2 },
      (figure) => `${figure.toFixed(2)} ×`,
      `middle of ${rounds} rounds, ${slower.map((times) => times.toFixed(1)).join(" ")}; ${ms(middle(found.map(({ busy }) => busy)))}, quiet ${ms(middle(found.map(({ quiet }) => quiet)))}`,
    ),
    { ...fact("  readers refused", String(failed)), budget: "0", verdict: failed === 0 ? "pass" : "wrong" },
  ]
}

type Round = { quiet: number; busy: number; failed: number; decided: number; hits: number; misses: number }

/** A quiet stretch and a busy one straight after it, so that what else a machine has to do weighs on both alike. */
async function measureRound(site: string, urls: string[], moderators: readonly Moderator[]): Promise<Round> {
  const quiet = await read({ urls, warmUp, perSecond: readsPerSecond, seconds })
  const before = await documents(site)
  const [busy, decided] = await Promise.all([
    read({ urls, warmUp, perSecond: readsPerSecond, seconds }),
    moderate(moderators),
  ])
  const after = await documents(site)
  return {
    quiet: late(quiet.waits),
    busy: late(busy.waits),
    failed: quiet.failed + busy.failed,
    decided,
    hits: after.hits - before.hits,
    misses: after.misses - before.misses,
  }
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

/** Works through the queue together at an even pace; answers how many decisions were taken. */
async function moderate(moderators: readonly Moderator[]): Promise<number> {
  const answers: Promise<boolean>[] = []
  const forms: Awaited<ReturnType<Moderator["readQueue"]>> = []
  for (let n = 0; n < (warmUp + seconds) * decisionsPerSecond; n++) {
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

/** What the edge has counted so far. */
async function documents(site: string): Promise<{ hits: number; misses: number }> {
  const text = await (await fetch(`${site}/metrics`)).text()
  const count = (name: string) => {
    const found = new RegExp(`^masthead_documents_${name}_total(?:{.*})? (\\d+)`, "m").exec(text)
    if (!found) throw new Error(`/metrics says nothing of ${name}.`)
    return Number(found[1])
  }
  return { hits: count("hits"), misses: count("misses") }
}

function middle(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}

function late(waits: readonly number[]): number {
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.99)] ?? Number.POSITIVE_INFINITY
}
