import http from "node:http"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { fetchReplyForm, type ReplyForm } from "../support/reply-form.ts"
import type { Instance } from "./instance.ts"
import { cpuDuring } from "./processes.ts"
import { fact, ms, perSecond, type Row, row } from "./table.ts"
import { send } from "./wire.ts"

const warmUp = 200
const posted = 2000
const atOnce = 16

/** Posts the page's own form as a browser without scripts would, from many people at once. */
export async function measureComments({ app, postmaster }: Instance): Promise<Row[]> {
  const post = await createPost(database(), { slug: "a-story-for-the-bench" })
  const form = await fetchReplyForm(`${app.url}/posts/${post.slug}`)
  await postAll(form, "warming up", warmUp)

  const pid = app.process.pid ?? 0
  const began = performance.now()
  const { result, cpu } = await cpuDuring(pid, () =>
    cpuDuring(postmaster, () => postAll(form, "measured", posted)),
  )
  const took = (performance.now() - began) / 1000
  const accepted = result.result.filter((status) => status === 303).length
  const kept = await countKept()
  const each = (figure: number | null) => (figure === null ? null : figure / posted)
  const base = each(result.cpu)
  return [
    row(
      "a comment accepted, CPU",
      each(cpu),
      { atMost: 6 },
      ms,
      base === null ? "" : `${ms(base)} of it in Postgres`,
    ),
    row("comments accepted", accepted / took, { moreThan: 200 }, perSecond, `${atOnce} people at once`),
    {
      ...fact(
        "  none lost, none doubled",
        `${accepted} answered 303, ${kept.rows} rows, ${kept.distinct} texts`,
      ),
      budget: `${posted} = ${posted} = ${posted}`,
      verdict: accepted === posted && kept.rows === posted && kept.distinct === posted ? "pass" : "wrong",
    },
  ]
}

async function postAll(form: ReplyForm, label: string, count: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const requests = Array.from({ length: count }, (_, number) => multipart(form, label, number))
  const statuses: number[] = []
  const person = async () => {
    for (let request = requests.pop(); request; request = requests.pop()) {
      const { status } = await send(form.action, { method: "POST", agent, ...request })
      statuses.push(status)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, person))
  agent.destroy()
  return statuses
}

const boundary = "----masthead-bench"

/** One reply as a browser would send it, from a person and a network of its own. */
export function multipart(form: ReplyForm, label: string, number: number) {
  const fields: [string, string][] = [
    ...form.hidden,
    ["comment", `Thought ${number}, ${label}: we walked there on Sunday, and the children liked it.`],
    ["name", `Reader ${number}`],
    ["email", `reader-${label.length}-${number}@example.org`],
    ["website", ""],
  ]
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = Buffer.from(`${parts.join("")}--${boundary}--\r\n`)
  const headers = {
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": String(body.length),
    origin: new URL(form.action).origin,
    "x-forwarded-for": `198.18.${(number >> 8) & 255}.${number & 255}`,
  }
  return { body, headers }
}

async function countKept(): Promise<{ rows: number; distinct: number }> {
  const [kept] = await database().execute<{ rows: number; distinct: number }>(
    sql`select count(*)::int as rows, count(distinct body)::int as distinct
        from comments where body like 'Thought %, measured:%'`,
  )
  return kept ?? { rows: 0, distinct: 0 }
}
