import { gunzipSync } from "node:zlib"
import { startBareNode } from "./bare-node.ts"
import type { Story } from "./busiest-story.ts"
import type { Instance } from "./instance.ts"
import { type Generator, generators } from "./load.ts"
import { startNginx } from "./nginx.ts"
import { cpuDuring } from "./processes.ts"
import { fact, ms, perSecond, type Row, ratio, row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

type Side = { url: string; pid: number }
type Figures = { perSecond: number; cpu: number | null; failed: number }

/** The same bytes from the store and from nginx, in turn, so that a neighbour's noise meets both. */
export async function measureStoredStory({ app }: Instance, story: Story): Promise<Row[]> {
  const ours = { url: story.url.replace("localhost", "127.0.0.1"), pid: app.process.pid ?? 0 }
  const { body } = await fetchRaw(story.url, { "accept-encoding": "gzip" })
  const node = await startBareNode(body)
  const nginx = await startNginx({ plain: gunzipSync(body), gzip: body })
  const rows: Row[] = []
  try {
    for (const generator of generators()) rows.push(...(await compare(generator, ours, { nginx, node })))
  } finally {
    await nginx?.stop()
    await node.stop()
  }
  const size = `${(body.length / 1000).toFixed(1)} kB gzip, 32 connections`
  return [...rows, fact("  served in each answer", size, nginx?.version ?? "nginx is not installed")]
}

type Others = { nginx: Side | null; node: Side }

async function compare(generator: Generator, ours: Side, { nginx, node }: Others): Promise<Row[]> {
  await generator.run(ours.url, 2)
  const [own, other, bare] = [[] as Figures[], [] as Figures[], [] as Figures[]]
  for (let round = 0; round < 3; round++) {
    own.push(await measure(generator, ours))
    if (nginx) other.push(await measure(generator, nginx))
    bare.push(await measure(generator, node))
  }
  const [us, them] = [median(own), other.length > 0 ? median(other) : null]
  const speed = them && us.perSecond / them.perSecond
  const side = ({ perSecond: rate, cpu }: Figures) =>
    `${perSecond(rate)}${cpu === null ? "" : `, ${ms(cpu)} CPU a request`}`
  const result = row(
    `stored story, by ${generator.name}`,
    speed,
    { atLeast: 0.7 },
    ratio,
    `Masthead ${side(us)}${them ? `; nginx ${side(them)}` : ""}${remark(generator)}`,
  )
  const most = median(bare)
  const failed = us.failed + (them?.failed ?? 0) + most.failed
  const beside = fact(
    "  beside Node's own server with one answer",
    `${(us.perSecond / most.perSecond).toFixed(2)} × Node`,
    `Node ${side(most)}; what this machine's Node can do, and no promise`,
  )
  return [failed > 0 ? { ...result, verdict: "wrong", note: `${failed} requests failed` } : result, beside]
}

async function measure(generator: Generator, side: Side): Promise<Figures> {
  const { result, cpu } = await cpuDuring(side.pid, () => generator.run(side.url, 4))
  return {
    perSecond: result.perSecond,
    cpu: cpu === null ? null : cpu / result.requests,
    failed: result.failed,
  }
}

function median(figures: Figures[]): Figures {
  const sorted = figures.toSorted((a, b) => a.perSecond - b.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error("Nothing was measured.")
  return middle
}

const remark = ({ name }: Generator) =>
  name === "autocannon" ? "; autocannon itself tires first, so this flatters the slower side" : ""
