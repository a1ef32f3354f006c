import { brotliDecompressSync } from "node:zlib"
import { eq, sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { posts } from "../../db/schema/posts.ts"
import type { Story } from "./busiest-story.ts"
import type { Instance } from "./instance.ts"
import { cpuDuring } from "./processes.ts"
import { ms, type Row, row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

/** Until the compiler has done with the renderer: before, it works beside each render, and is counted with it. */
const warmUp = 1200
const renders = 100

/** Empties the store before each request; the changed standfirst proves that the answer is a new render. */
export async function measureFirstRender({ app }: Instance, story: Story): Promise<Row[]> {
  const pid = app.process.pid ?? 0
  await renderTimes(story, "warming up", warmUp)
  const took: number[] = []
  const { cpu } = await cpuDuring(pid, async () => {
    took.push(...(await renderTimes(story, "measured", renders)))
  })
  const middle = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
  return [
    row(
      "first render of that story, CPU",
      cpu === null ? null : cpu / renders,
      { atMost: 20 },
      ms,
      `with compression and storing, mean of ${renders} after ${warmUp}; half were answered within ${ms(middle)}`,
    ),
  ]
}

async function renderTimes(story: Story, label: string, count: number): Promise<number[]> {
  const db = database()
  const took: number[] = []
  for (let number = 1; number <= count; number++) {
    const standfirst = `Render ${number}, ${label}.`
    await db.transaction(async (tx) => {
      await tx.update(posts).set({ standfirst }).where(eq(posts.id, story.id))
      await tx.execute(sql`select pg_notify('cache_tags', 'everything')`)
    })
    for (let attempt = 0; ; attempt++) {
      const began = performance.now()
      const { body } = await fetchRaw(story.url, { "accept-encoding": "br" })
      if (brotliDecompressSync(body).includes(standfirst)) {
        took.push(performance.now() - began)
        break
      }
      if (attempt > 500) throw new Error("The store was told of a change and did not drop the story.")
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  return took
}
