import { database } from "../../db/client.ts"
import { createPost } from "../../db/factories.ts"
import { greedyCrowd, slowBodyCrowd, slowReaderCrowd } from "../support/crowds.ts"
import { bystanders, type Visit } from "./bystanders.ts"
import type { Instance } from "./instance.ts"
import { memoryOf } from "./processes.ts"
import { fact, megabytes, ms, type Row, row } from "./table.ts"

const crowds = [
  ["160 greedy connections", greedyCrowd],
  ["160 unfinished forms", slowBodyCrowd],
  ["160 clients that read nothing", slowReaderCrowd],
] as const

const seconds = 15

/** One network takes all it can get, in three ways, while people on others read, comment and decide. */
export async function measureCrowds({ app }: Instance): Promise<Row[]> {
  const { slug } = await createPost(database(), { slug: "a-story-in-a-crowd" })
  const calm = await watch(app.url, `${slug}-calm`)
  const rows: Row[] = [fact("nobody crowds: a bystander, slowest", ms(slowest(calm)), breakdown(calm))]
  for (const [name, crowd] of crowds) {
    const greedy = crowd(app.url, slug, { forwardedFor: "198.51.100.9" })
    await greedy.begun
    let most = 0
    const watcher = setInterval(() => {
      most = Math.max(most, memoryOf(app.process.pid ?? 0) ?? 0)
    }, 500)
    const visits = await watch(app.url, `${slug}-${rows.length}`)
    clearInterval(watcher)
    await greedy.stop()
    const refused = visits.filter(({ status }) => status !== 200 && status !== 303)
    rows.push(
      row(
        `${name}, a bystander elsewhere, slowest`,
        slowest(visits),
        { atMost: 1000 },
        ms,
        breakdown(visits),
      ),
      {
        ...fact("  bystanders refused", `${refused.length} of ${visits.length}`, answers(greedy.statuses)),
        budget: "0",
        verdict: refused.length === 0 ? "pass" : "wrong",
      },
      row("  app and database meanwhile, most", most || null, { atMost: 350_000_000 }, megabytes),
    )
  }
  return rows
}

async function watch(url: string, slug: string): Promise<Visit[]> {
  const end = Date.now() + seconds * 1000
  return bystanders(url, slug, () => Date.now() > end)
}

function slowest(visits: Visit[]): number {
  return Math.max(...visits.map((visit) => visit.ms))
}

function breakdown(visits: Visit[]): string {
  const kinds = [...new Set(visits.map(({ what }) => what))]
  return kinds.map((kind) => `${kind} ${ms(slowest(visits.filter(({ what }) => what === kind)))}`).join(" · ")
}

function answers(statuses: Map<number, number>): string {
  const parts = [...statuses].map(([status, count]) => `${count} × ${status || "closed"}`)
  return `the crowd got ${parts.join(", ") || "nothing"}`
}
