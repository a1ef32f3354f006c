import { setTimeout as pause } from "node:timers/promises"
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
  // To change the story is no part of rendering it.
  const changing = await cpuDuring(pid, async () => {
    for (let number = 1; number <= renders; number++) await change(story, `Change ${number}.`)
  })
  const middle = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
  return [
    row(
      "first render of that story, CPU",
      cpu === null || changing.cpu === null ? null : (cpu - changing.cpu) / renders,
      { atMost: 20 },
      ms,
      `with compression and storing, mean of ${renders} after ${warmUp}; half were answered within ${ms(middle)}`,
    ),
  ]
}

/** Milliseconds until the answer of so many renders, one after the other. */
export async function renderTimes(story: Story, label: string, count: number): Promise<number[]> {
  const took: number[] = []
  for (let number = 1; number <= count; number++) {
    const standfirst = `Render ${number}, ${label}.`
    await change(story, standfirst)
    for (let attempt = 0; ; attempt++) {
      const began = performance.now()
      const { body } = await fetchRaw(story.url, { "accept-encoding": "br" })
      if (brotliDecompressSync(body).includes(standfirst)) {
        took.push(performance.now() - began)
        break
      }
      if (attempt > 500) throw new Error("The store was told of a change and did not drop the story.")
      await pause(2)
    }
  }
  return took
}

/**
 * Changes the story, and waits until the app can have heard of it: a second reader of the old page would have it packed
 * once more, for ten times what a render costs.
 */
async function change(story: Story, standfirst: string): Promise<void> {
  const db = database()
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const line = await db.$client.listen("cache_tags", () => tell())
  await db.transaction(async (tx) => {
    await tx.update(posts).set({ standfirst }).where(eq(posts.id, story.id))
    await tx.execute(sql`select pg_notify('cache_tags', 'everything')`)
  })
  await told
  await line.unlisten()
  await pause(5)
}
