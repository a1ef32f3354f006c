import http from "node:http"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { fetchReplyForm } from "../support/reply-form.ts"
import { multipart } from "./comments.ts"
import type { Instance } from "./instance.ts"
import { type Moderator, signInModerators } from "./moderators.ts"
import { fact, ms, type Row, row } from "./table.ts"
import { send } from "./wire.ts"

const perSecond = 50
const seconds = 60
const label = "in a flood"

/**
 * Fifty comments a second for a minute on one story while three moderators work through the queue by its forms and
 * readers ask for the story. Nothing may be lost or doubled, and the story must not be slower for it.
 */
export async function measureFlood(instance: Instance): Promise<Row[]> {
  const { app } = instance
  const post = await createPost(database(), { slug: "a-story-in-a-flood" })
  const story = `${app.url}/posts/${post.slug}`
  const form = await fetchReplyForm(story)
  const calm = await readers(story, 5)
  const moderators = await signInModerators(app.url, 3)

  let over = false
  const working = moderators.map((moderator) => work(moderator, () => over))
  const reading = readers(story, seconds)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const sending: Promise<number>[] = []
  for (let second = 0; second < seconds; second++) {
    const next = new Promise((resolve) => setTimeout(resolve, 1000))
    for (let n = 0; n < perSecond; n++) {
      const request = multipart(form, label, second * perSecond + n)
      sending.push(send(form.action, { method: "POST", agent, ...request }).then(({ status }) => status))
    }
    await next
  }
  const statuses = await Promise.all(sending)
  over = true
  const decided = (await Promise.all(working)).reduce((sum, count) => sum + count, 0)
  const busy = await reading
  agent.destroy()

  const accepted = statuses.filter((status) => status === 303).length
  const truth = await recount(post.id)
  const sent = perSecond * seconds
  return [
    {
      ...fact(
        `${perSecond} comments/s for ${seconds} s, none lost, none doubled`,
        `${accepted} answered 303, ${truth.rows} rows, ${truth.texts} texts`,
        `three moderators made ${decided} decisions meanwhile`,
      ),
      budget: `${sent} = ${sent} = ${sent}`,
      verdict: accepted === sent && truth.rows === sent && truth.texts === sent ? "pass" : "wrong",
    },
    {
      ...fact("  each comment decided at most once, counters agree with a recount", `${truth.twice} twice`),
      budget: "0 twice, agrees",
      verdict: truth.twice === 0 && truth.agrees ? "pass" : "wrong",
    },
    row(
      "  a reader of that story meanwhile, median",
      busy.median,
      { atMost: 40 },
      ms,
      `calm ${ms(calm.median)}; 99 of 100 within ${ms(busy.late)} (calm ${ms(calm.late)}); the page changes with each approval`,
    ),
  ]
}

/** Goes through the queue, page after page, about three decisions a second, until it is over; answers how many. */
async function work(moderator: Moderator, over: () => boolean): Promise<number> {
  let decisions = 0
  while (!over()) {
    const forms = await moderator.readQueue()
    for (const form of forms) {
      if (over()) break
      const verdict = decisions % 10 === 0 ? "spam" : decisions % 4 === 0 ? "reject" : "approve"
      if (await moderator.decide(form, verdict)) decisions++
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
  return decisions
}

/** Twenty readers a second: how long the median and the slowest of a hundred waited, in milliseconds. */
async function readers(url: string, forSeconds: number): Promise<{ median: number; late: number }> {
  const waits: Promise<number>[] = []
  for (let n = 0; n < forSeconds * 20; n++) {
    const began = performance.now()
    waits.push(
      send(url, { headers: { "accept-encoding": "gzip" } }).then(({ status }) =>
        status === 200 ? performance.now() - began : Number.POSITIVE_INFINITY,
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const sorted = (await Promise.all(waits)).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.POSITIVE_INFINITY
  return { median: at(0.5), late: at(0.99) }
}

async function recount(postId: number) {
  const [truth] = await database().execute<{
    rows: number
    texts: number
    twice: number
    agrees: boolean
  }>(sql`
    with mine as (select * from comments where post_id = ${postId})
    select count(*)::int as rows, count(distinct body)::int as texts,
      (select count(*)::int from (
        select comment_id from audit_events
        where comment_id in (select id from mine) and staff_id is not null group by 1 having count(*) > 1
      ) as twice) as twice,
      count(*) filter (where status = 'approved') =
        coalesce((select shown from threads where post_id = ${postId} and root_id = 0), 0) as agrees
    from mine`)
  return truth ?? { rows: 0, texts: 0, twice: 0, agrees: false }
}
